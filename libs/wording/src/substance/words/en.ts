import type { SubstanceWords } from './substance-words.js';

/** English. */
export const en: SubstanceWords = {
  regrets: `thank*, thanks, grateful, appreciate*, sorry, apolog*, regret*, sympath*, forgive, sad to, saddened, disappointed, heartbroken, upset, understand, can imagine, frustrat*, embarrass*`,
  courtesy: `
    hello, hi, hey, dear, good morning/afternoon/evening, greetings
    thank*, thanks, grateful, appreciate*, appreciated
    sorry, apolog*, regret*, sympath*, forgive, pardon, sad to, saddened, disappointed to hear, heartbroken, upset to hear, embarrass*, gutted
    understand how/your/that/this/the, we understand, completely understand, can imagine, frustrat*, share your
    we value, value your, values your, we care, cares about, care deeply, care about, important to us, matter* to us, means a lot, means the world, means so much, means everything, our priority, top priority, number one priority, comes first, at the heart of, close to our heart
    glad, happy to, pleased, delighted, proud, pride, thrilled, honoured, honored, strive*, striving, endeavour*, endeavor*, we aim, always aim, always try, always strive, committed, commitment, dedicated, do our best, doing our best, try our best, work hard, working hard, always here, here to help, here for you, happy to help, do everything we can, do all we can, doing everything
    to improve, get better, do better, improving our, improve our, keep improving, continuous*, learn from
    wish*, hope*, hoping, look forward, looking forward, trust that, rest assured, we believe, assure you
    have a great/nice/lovely/good/wonderful/fantastic, take care, stay safe, all the best, good luck, congratulations, enjoy your day, get well, speedy recovery, happy holidays
    kind/best/warm/warmest regards/wishes, yours sincerely, sincerely, yours truly, cheers, team at, the … team, customer care, customer service team
    welcome you, see you again, to serving you, part of the, our family, choosing us, your loyalty, your custom, your business, your support, your patience, bear with us, bearing with us, your understanding, your trust, your comfort, your satisfaction
    your feedback, all feedback, your opinion, your voice, your thoughts, your comments, your experience, experience we want, experience we aim, standard we, standards we, high* standards, feedback helps, helps us, feedback like yours, inconvenience, hear that, hear this, hear about, to hear, to read this, very seriously, take … seriously, takes … seriously, not the experience, isn't the experience, should never happen, shouldn't have happened, never happen again, won't happen again, not happen again, fell short, falls short, let you down, below our, below the, not the standard, standard we
    every customer, each customer, every guest, every passenger, all our customers, each and every, reaching out, getting in touch, contacting us, bringing this, bringing it, letting us know, flagging, oh no, oh dear, yikes, seriously, dear customers, dear residents, satisfaction`,
  handover: `
    pass* … to/on/along, pass* this, pass* it, passed on, passing on, forward* … to, forwarded, sharing this with, share* this with, share* your, shared your, shared with, shared this, escalated, escalate* … to, raised with, raised this with, raise this with, feed* this back, fed back, feeding this back, flagged … with/to, sent to the relevant, relevant team, relevant department, appropriate team, appropriate department, the right people, the right team, team concerned, department concerned, internal team, sent your comments, made aware, been made aware
    noted, taken note, take note, duly noted, made a note, on board, into account, under consideration, take* into consideration, taken into consideration, under review, being reviewed, will be reviewed, be reviewed, being assessed, being looked, review* your, reviewing, review this, in progress, being processed, being handled, is with our, with our team, with the team
    logged, registered, recorded, reference number, ticket number, case number, your reference, ticket has been, case has been, ticket is, received your, have received
    appropriate action, necessary measures, appropriate measures, necessary steps, all necessary, steps are being, measures have been, measures are, actions will be taken, action will be taken, corrective
    look* into, looking into, investigat*, check* on this, checking on this, check this, checking with, check with, find* out, finding out, get to the bottom, dig into, monitoring, keep an eye, work* on it, work* on this, working on, working to resolve, work to resolve, trying to, try to, do our best, exploring
    get back to you, be in touch, in touch with you, in touch shortly, contact you, reach out to you, come back to you, follow up, let you know, keep you posted, keep you updated, keep you informed, update you, updates, respond to you, reply to you, someone will
    shortly, as soon as possible, asap, in due course, soon, at the earliest, earliest convenience, bear with, please wait, be patient, please allow, in order of receipt
    training, retrain*, remind* staff, reminded our, remind our, discuss* with the team, speak to the team, spoken to the team, quality control`,
  channel: `
    dm us, pm us, message us, inbox us, send us a dm, send a dm, drop us a, drop a, slide into, direct message, private message, via dm, by dm, in our dms, reach out to us, reach us at, get in touch with, contact us, call us, ring us, email us, write to us, contact our, call our, visit our, visit us, visit your, fill in, fill out, complete the, submit a, submit your, raise a ticket, open a ticket, through our, via our, over to us, check our faq, see our faq, our help page, help centre, help center, our hotline, contact support, contact customer, contact your, speak to your, use the form, use our, use the chat, at your nearest, in the app, on our website, find us on`,
  channelVerbs: `dm, pm, message, call, ring, phone, contact, write, email, e-mail, reach, get, drop, send, fill, visit, use, go, text, submit, raise, open, pop, complete, head, chat, speak, talk, log, click, follow, direct, forward, find, tap, try, see, check, ask, tell, whatsapp`,
  channelPlaces: `dm, dms, private, privately, inbox, direct, hotline, helpline, line, lines, support, form, chat, email, e-mail, mail, address, us, team, number, desk, bot, chatbot, centre, center, page, link, portal, ticket, whatsapp, messenger, telegram, viber, branch, store, office, website, site, adviser, advisor, agent, operator, phone, faq, department, post, queue, message, line, switchboard, services, service`,
  refusal: `
    cannot, can't, can not, unable, not able, won't, will not, not possible, impossible, not eligible, ineligible, not entitled, non-refundable, nonrefundable, not refundable, not covered, isn't covered, aren't covered, no grounds, no evidence, no basis, found no, find no, no fault found, no record, not going to, declin*, refus*, reject*, denied, deny, turned down, turn down, not approved, not be approved, unsuccessful, uphold, upheld, not upheld, stands, decision … final, is final, will not be paid, not be paid, not be refunded, not be processed, not in a position, do not offer, don't offer, don't do, do not accept, don't accept, not accept, against … policy, not our policy, not responsible, not liable, no liability, regretfully not, not something we, out of our hands, outside our control, nothing we can do, nothing more we, no longer able, has been closed, not valid, void your`,
  appeal: `appeal, appeals, appealed, ombudsman, dispute, disagree, challenge, contest, second opinion, second surveyor, independent, regulator, court, tribunal, small claims, adjudicat*, arbitrat*, review panel, reconsider, internal review, complaints board, complaints commission, escalate it, trading standards, citizens advice, watchdog, resolution scheme`,
  evidence: `report, photo, photos, photograph*, picture*, footage, video, recording, cctv, log, logs, record, records, inspection, inspector, engineer's, surveyor*, lab, test, tests, expert*, attached, enclosed, attach*, clause, section, signature, signed, screenshot*, statement, receipt, copy, terms, page, pages, serial number, tracking, data, gps, meter, reading, readings, scan, scanned, transcript, letter, document*, diagnos*, examin*`,
  excuse: `holiday, holidays, bank holiday, power cut, power cuts, no power, no electricity, outage, weather, snow, storm, traffic, stocktaking, stocktake, short of staff, short staffed, understaffed, short of drivers, no couriers, no drivers, busy period, high demand, high volume, many orders, peak season, off sick, on leave, on vacation, system failure`,
  lacking: `not in stock, out of stock, sold out, unavailable, not available, ran out, run out, missing from, one book is missing, none left, short of`,
  asksWhy: `why, what is the reason, for what reason, how come`,
  cause: `because, since, due to, as the, as your, as we, owing to, caused by, cause, reason, reasons, which is why, that's why, so the, thanks to a, on account of`,
  rules: `policy, policies, terms and conditions, our terms, regulations, guidelines, procedure, procedures, rules, in line with, in accordance with, standard practice`,
  perk: `discount*, voucher*, promo, promo code, code for, coupon*, points, bonus, gift, gift card, free coffee/drink/dessert/month/trial/cup/upgrade/sample/tote/delivery/item/meal/coffees/drinks/tea, complimentary, loyalty, percent off, off your next, off next, cheaper, upgrade to, cashback, prize draw, raffle, newsletter, webinar, sticker*, calendar, merch, reward*, coins, goodwill, on the house, treat, tickets to, save £, save $, save €, you could save, save up to, switch to, switching to, membership, our premium, free upgrade, plan for a month, gold plan, tariff, off your`,
  discipline: `dismissed, sacked, fired, let go, suspended, disciplin*, reprimand*, warning, written warning, no longer works, no longer with, no longer employed, spoken to the staff, spoken to the member, had words, been spoken to, talk with the employee, fined the, penalised, penalized, taken off shift, internal measures, lost … bonus, held accountable, retrained, training, coaching, punished`,
  steps: `restart*, reboot*, reinstall*, clear*, try, turn, switch, unplug*, plug, reset*, update*, log, sign, check, make sure, ensure, uninstall*, delete*, press, hold, follow, re-enter, reenter, descale, clean*, open, close, remove, wait, move, go, select, tap, click, install*, charge, run, enter, connect, disconnect, change, allow, enable, disable, power, verify, confirm, complete, fill, submit, call, email, use, refresh, replace, set, download, read, see, consult, rinse, recommend*, suggest*, instructions, guide, steps`,
  tried: `tried, already, twice, three times, four times, five times, times, several times, both, as your guide, like your guide, per your instructions, followed, done all, done that, did that, did all, did everything, no luck, didn't help, doesn't help, didn't work, nothing, to no avail, restarted, rebooted, reinstalled, cleared, reset, updated, changed, cleaned, checked, filled, called, emailed, rang, written, read, uninstalled, unplugged, swapped, i've, i have, manual, guide, faq, instructions, the steps`,
  sameSteps: `
    restart*, reboot*, turn*, switch*, unplug*, power*
    clean*, wipe*, wiping, rins*, clear*
    log*, sign*
    updat*, date
    reset*
    change*, changing, swap*, replac*, another, other, different
    reinstall*, uninstall*, delet*
    call*, phon*, rang, ring
    email*, writ*, wrote
    fill*, complet*
    check*, look*
    charg*`,
  notice: `opening hours, open from, opens on, opens at, now open, open until, our hours, now available, available now, available in, available at, new range/menu/collection/feature/store/branch/service/studio/app/section/plan/card/season, our new, brand new, introducing, don't forget, remember that, reminder, reminded, please note, good news, great news, did you know, exciting news, join us, come along, sign up, book your, limited time, this season, season runs, now includes, launch*, sale, promotion, competition, win a, prizes, find out more, learn more, details in, check out, stay tuned, follow us, catalogue, exhibition, fair, moved to, is located, located, tune in, retune, we are excited, we're excited, we are pleased to announce, pleased to announce, happy to announce, award*, award-winning, voted, rated, leading, years of experience, million customers, certified, finest, highest quality, premium quality, fresh daily, usually, typically, normally, generally, in general, as a rule, by the way, one of the country's, one of the, our company, our restaurant, our clinic, our hotel, our chefs, all our, all of our, will be closed, closed on, normal hours, hours resume, did you know, now has, have you thought, resume on`,
  fault: `mistake*, error*, our fault, my fault, fault was ours, we messed, messed up, our failure, slipped, wrong, wrongly, incorrect*, mixed up, mix-up, mixup, forgot*, forgotten, lost, missed, overlooked, failed, failure, broke, broken, burst, leak*, delayed, delay, stuck, held up, should have, shouldn't have, should've, ought to, didn't, hadn't, wasn't, weren't, never, nobody, no one, glitch, bug, outage, fault, faulty, crash*, misread, mislabelled, misplaced, oversold, double*, duplicate*, you're right, you are right, you were right, fair point, turns out, found, admit*, owned up, was meant to, were meant to, was supposed to, by accident, accidentally, not processed, wasn't processed, went to the wrong, sent to the wrong, the wrong, short-staffed, as you say, as you describe, as you said, your account of`,
  ongoing: `already, on its way, on the way, on their way, on my way, on his way, on her way, in transit, out for delivery, right now, currently, as we speak, being, now, underway, under way, waiting for you, in stock, on the shelf, ready, packed, in the post, parked, heading, driving, i'm holding, we're holding, put aside, set aside`,
  direct: `yes, no, of course, certainly, sure, correct, exactly, right, not yet, we do, we don't, we can, we are, we aren't, we have, you can, you may, it is, it isn't, it's, it does, it doesn't, there is, there are, there isn't, they do, they don't, they are, i am, i do, done, free, included, we, me, i, both, neither, none, nobody, absolutely, by, they're, he's, she's, that's, there's, where, at, in, on`,
  pointing: `it, it's, its, this, that, that's, these, those, he, she, they, him, her, them, his, their, there, the first, the second, both, one, ones, he's, she's, they're`,
  acted: `sent, found, gave, given, took, taken, put, made, brought, spoke, spoken, rang, left, cut, paid, got, went, gone, told, wrote, written, kept, held, broke, broken, shut, set, reset, done, did, bought, rebuilt, redone, came, lost, met, built, sold, undone, withdrawn, caught, dealt, heard, read, seen, shown, won, run, ran, began, begun, let, chose, chosen, drove, driven`,
  details: `could you, can you, would you, please send, please share, please provide, please confirm, please let us know, send us your, provide your, provide us, share your order, order number, account number, booking reference, tell us, which store, which branch, what is your, what's your, your full name`,
  asks: `when, where, why, who, whose, how, what, which, please, i want, we want, i need, we need, i demand, give me, refund me, explain, fix, send me, send my, call me, cancel, replace, repair, stop, answer, tell me, tell us, can you, could you, will you, do you, are you, is it, is there, put it right, remake, i'd like, i would like, want my, asked for, asking for, requested, bring, return my`,
  suggests: `suggest*, suggestion, why not, why don't you, it would be, would be nice, would be good, you could, you should, could there be, how about, maybe you, perhaps you, wouldn't it, idea, should have, recommend`,
  common: `the and for you your yours our ours with from this that these those have has had been were was are not but all any can could would should will what when where which while who whom whose why how very just only also into over under after before because than then them they their there here about again some such more most less much many one two three four five first second third last next other another each every both few own same too out off down through during between once ever never always still even yet now today tomorrow yesterday tonight day days week weeks month months year years hour hours minute minutes morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december time times get gets got getting give gave given make made take took taken tell told say said says ask asked asking want wanted need needed know knew let put see seen saw come came went going goes people person thing things something anything nothing everything someone anyone nobody everyone please sorry thank thanks hello dear customer customers company team issue problem really want like back does did doing done it's i'm i've we've we're you're that's don't didn't isn't can't won't call called service number`,
  remedies: {
    money: `refund*, reimburs*, credit*, compensat*, paid back, pay back, pay you back, money back, given back, give … back, send … back, your £, your $, your €, waive*, waiv*, no charge, not charge*, free of charge, at no cost, no cost, at our cost, our expense, on us, we'll pay, we will pay, i'll pay, is void, written off, wiped, void, taken off, off the bill, off your bill, deduct*, revers*, cancelled the charge, charge cancelled, fee cancelled, charge is, no fee, won't be charged, will not be charged, not be charged, don't pay, no penalty, in full, cover the cost, covers the cost, cover your, bank transfer, back on your card, to your card, to your account, booked and paid`,
    bring: `deliver*, bring*, brought, dispatch*, shipped, ship, ships, sent, send*, posted, in the post, with you, at your door, to your door, courier, driver, van, drop … off, dropp*, collect*, pick* up, fetch*, on its way, on the way, packed, reserved, set aside, put aside, in stock, waiting for you, hand* … to you, by taxi, goes out, go out, flies, found`,
    mend: `fix*, repair*, engineer*, technician*, plumber*, electrician*, roofer*, mended, mend, restored, restore*, back on, back up, working again, works again, replac*, sealed, seal, patch*, repaired, cleaned, reconnect*, connected, switched on, turned off, switched off, update … out, new version, crew, part is, part arrives, card goes, installed, install*, serviced, treat*, removed, taken down, it's down, is down, cut … free, unblocked, moved`,
    redo: `replac*, exchang*, swap*, new one, another one, remake*, remade, redo, redone, redeliver*, re-send, resend, reprint, rebake, start over, starts over, alternative, instead, substitut*, off sale, pulled, withdrawn, recalled, thrown away`,
    person: `personally, in person, apologise to you, apologize to you, call you, ring you, phone you, i'll call, i will call, calling you, my number, my direct, my mobile, direct line, i'm the, i am the, in charge of, responsible for, looks after, look after your, hold your case, i hold your, come and see, coming to see, come to see, meet you, visit you, sit down with, spoke to, spoken with, spoke with, asked, rang, i called, i've called, my name is`,
    place: `rebook*, booked, book you, seat*, room, appointment, slot, see you at, see him, see her, held, holding, reserved, moved to, upgraded your, hotel, rescheduled, new date, at 8am, available at, free at, squeeze you, fit you, put you on, flight`,
    correct: `cancel*, unlock*, unblock*, correct*, amend*, chang*, updated, remov*, delet*, added, extended, reopen*, open as of, activated, deactivated, unsubscrib*, stopped, reset, restored, taken off, credited, adjusted, closed, changed, lifted, moved it, moved`,
  },
  subjects: {
    refund: `refund*, money, reimburs*, compensat*, my money, pay back, paid back, credited, repay`,
    charge: `charg*, billed, bill, paid, pay, payment*, taken, took, debit*, fee, fees, £, money, cost, costs, double*, twice`,
    price: `price*, pricing, cost*, expensive, premium, tariff*, rate, rates, cheaper`,
    subscription: `subscri*, renew*, auto-renew*, membership, plan, trial, contract, cancelled`,
    bill: `bill, bills, billed, invoice*, statement*, balance, arrears, receipt`,
    card: `card, cards`,
    fine: `fine, fines, penalty, parking charge`,
    loan: `loan*, mortgage*, interest, credit, overdraft*`,
    insurance: `insur*, premium*, claim*, policy, excess`,
    deposit: `deposit*`,
    perks: `discount*, voucher*, promo*, coupon*, points, bonus, gift card*, reward*, loyalty`,
    delivery: `deliver*, dispatch*, ship*, arriv*, late, delay*, never came, not come, bring, brought, turn* up`,
    courier: `courier*, driver*, van, vans`,
    parcel: `parcel*, package*, tracking, depot, box, post, signed for, letterbox`,
    order: `order*, purchase*, item*, bought`,
    stock: `stock, warehouse, sold out, unavailable, shelf`,
    cancel: `cancel*`,
    books: `book, books, novel*, textbook*, edition*, copy, copies, publisher*, volume, pages`,
    replace: `replac*, exchang*, swap*, remake, new one`,
    return: `return*`,
    defect: `broken, broke, break*, defect*, fault*, crack*, scratch*, split, torn, ripped, leak*, damaged, damage, stopped working, doesn't work, not working, won't turn, dead, jam*, smash*, shattered, hole, stain*, burnt, blank, missing, wrong`,
    repair: `repair*, fix*, mend*, engineer*, technician*, plumber*, service centre, diagnos*, warranty`,
    warranty: `warrant*, guarantee*`,
    device: `phone, phones, laptop*, tablet*, tv, fridge, freezer, washing machine, dishwasher, vacuum*, kettle*, iron, microwave, oven, cooker, speaker*, headphones, watch, screen, battery, charger, display, boiler, toaster, camera, blender, machine, console`,
    furniture: `sofa*, bed, wardrobe, table, chair*, desk, kitchen, mattress*, shelf, drawer*, cot, furniture, carpet*, fence`,
    clothes: `jacket*, dress*, shoe*, boot*, trainer*, coat*, shirt*, jumper, trousers, jeans, suit, bag, hat, dry clean*, ring, rings, engrav*`,
    size: `size*, colour*, color*, model`,
    car: `car, cars, tyre*, garage, engine, mot, wheel*, vehicle, tow, petrol, fuel, brake*`,
    toys: `toy*, pram, buggy, cot, nursery`,
    beauty: `hair, haircut, nail*, salon, dye, cosmetic*, cream, shampoo`,
    food: `food, meal*, pizza*, burger*, soup, salad*, sushi, meat, fish, chicken, bread, milk, cheese, sausage, fruit, strawberr*, vegetable*, portion*, menu, lunch, dinner, breakfast, hair, cold, taste*, dish*, bar, bars, peanut*`,
    spoiled: `mould*, mold*, rotten, expired, out of date, off, gone off, maggot*, hair, glass, cockroach*, raw`,
    illness: `sick, ill, poison*, vomit*, fever, allerg*, hospital, injur*, burn*, cut, hurt, pain, swelling, a&e`,
    restaurant: `restaurant*, waiter*, waitress*, table, kitchen, chef, cafe, bar`,
    staff: `staff, employee*, assistant*, cashier*, clerk*, waiter*, waitress*, nurse*, teacher*, carer*, carers, agent*, guard*, operator*, conductor, manager*, receptionist*, trainee, till, officer`,
    rudeness: `rude*, shout*, yell*, swore, swear*, insult*, laugh*, mock*, humiliat*, pushed, aggressive, attitude, behaviour, behavior, called me`,
    driver: `driver*, pilot`,
    guard: `guard*, security`,
    call: `call*, ring, rang, phone*, phoned, callback, hold, answer the phone, hung up, dial*`,
    reply: `reply, replies, answer*, respond*, response*, silence, ignor*, email*, letter*, wrote`,
    robot: `robot*, bot, chatbot*, automated, voicemail, hold, human`,
    queue: `queue*, wait, waited, waiting, line`,
    internet: `internet, broadband, wifi, wi-fi, connection, speed, network, router, fibre, cabinet, drops out`,
    router: `router*, modem*, hub`,
    phone_line: `line, lines, signal, mast, sim, roaming, coverage, landline`,
    television: `tv, channel*, bundle, box`,
    water: `water, pipe*, tap, leak*, flood*, plumber*, bath, sink, toilet`,
    heating: `heating, radiator*, boiler*, flue, thermostat, cold, heat`,
    power: `electric*, power, outage, fuse, socket, energy, meter`,
    gas: `gas, co alarm, carbon monoxide`,
    lift: `lift, lifts, elevator*`,
    roof: `roof, ceiling, gutter*, damp, mould*, storm`,
    cleaning: `clean*, dirty, filthy, sheets, laundry, dust`,
    meter: `meter*, reading*`,
    pests: `bedbug*, bed bug*, mice, mouse, rat, rats, cockroach*, pest*, flea*`,
    noise: `noise, noisy, loud*, music, sleep`,
    rubbish: `rubbish, bin, bins, waste, trash, garbage, collection, recycl*`,
    light: `light, lights, lamp*, streetlight*`,
    app: `app, apps, website, site, update, version, crash*, page, checkout`,
    login: `log in, login, locked out, password*, sign in, account, access, blocked, frozen`,
    code: `code, codes, text message, sms, otp`,
    failure: `error*, crash*, bug*, glitch*, freez*, won't load, not loading`,
    account: `account*, profile`,
    transfer: `transfer*, payee, savings`,
    atm: `atm, cash machine, cashpoint`,
    data: `data, privacy, personal, passport, address, leak*, gdpr, scam*, fraud*, hack*, consent, leaderboard, spam, marketing calls`,
    doctor: `doctor*, gp, dentist*, dental, surgeon, surgery, clinic*, hospital*, nurse*, patient*, ward, operation, consultant, vet, treatment`,
    appointment: `appointment*, slot, visit, booking, booked`,
    medicine: `medic*, prescription*, pharmac*, tablet*, pills, inhaler*, insulin, dose`,
    tests: `blood, test*, results, x-ray, scan, sample, lab`,
    hotel: `hotel*, room*, cottage, apartment, check-in, checked into, reception, night, nights, suite, sleep at`,
    booking: `book, booked, booking*, reserv*, double-booked, venue`,
    flight: `flight*, plane, airport, gate, boarding, connection, airline`,
    luggage: `luggage, bag, bags, suitcase*, baggage`,
    ticket: `ticket*`,
    bus: `bus, buses, train*, tram, station, stop, platform, coach, carriage, rail`,
    taxi: `taxi*, cab, ride, trip`,
    tour: `holiday*, tour*, trip, cruise`,
    parking: `park, parked, parking, car park`,
    school: `school*, teacher*, lesson*, course*, class*, tutor*, nursery, pupil*, absent`,
    child: `child*, kid*, son, daughter, baby, lad, girl, toddler, little ones`,
    sport: `gym*, fitness, class*, trainer*, pool, swim*, membership, studio, spin`,
    event: `wedding*, concert*, party, venue, show, match`,
    pets: `dog*, cat*, puppy, vet, vets, pet, pets, flea*`,
    contract: `contract*, terms, clause, sign*, lease, tenan*`,
    documents: `document*, form, forms, certificate*, passport, licence, license, visa`,
    figures: `figure*, number*, percent*, statistic*, data, report, many`,
    manager: `manager*, supervisor*, director*, head, boss`,
    flowers: `flower*, bouquet*, rose*, tulip*`,
    cake: `cake*, bakery, pastry, icing`,
    branch: `branch*, store*, shop*, office*`,
    printer: `printer*, cartridge*, toner, paper, driver, pad, roller*`,
    coffee: `coffee*, latte, cappuccino, grinder`,
  },
};
