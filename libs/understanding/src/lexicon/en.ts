import { lines, words, type Lexicon } from './lexicon.js';

/** English words and patterns; the grammar of a pattern is described at `PatternSource`. */
export const en: Lexicon = {
  frequent: words(
    'the a an and or but of to in on at for with is are was were be been i you we they he she it my your our their this that these not no do does did have has had will would can could should what when where why how who from just get got so me us im its dont cant wont thank thanks please your flight great love good bad worst help',
  ),
  groups: {
    time: words('minute minutes min mins hour hours hr hrs day days week weeks month months year years'),
    money: words('money dollars bucks pounds euros refund payment deposit cash fee'),
    thing: words(
      'order parcel package bag bags baggage luggage delivery shipment suitcase item food meal book books',
    ),
    reach: words('reach contact call phone email message write'),
    be: words("is was are were am been be isn't"),
    can: words("can can't cannot could couldn't unable"),
    not: words(
      "not no never don't doesn't didn't won't can't cannot couldn't isn't wasn't aren't haven't hasn't dont didnt wont cant",
    ),
    staff: words(
      'staff employee employees agent agents manager courier driver clerk attendant attendants waiter cashier rep crew',
    ),
  },
  numbers: words(
    'one two three four five six seven eight nine ten several couple few half dozen second third',
  ),
  modifiers: {
    negator: words(
      "not no never don't doesn't didn't isn't wasn't aren't weren't can't cannot couldn't won't wouldn't haven't hasn't without hardly nothing dont didnt isnt cant wont",
    ),
    booster: words(
      'very so really extremely absolutely totally completely super incredibly such utterly most fucking damn',
    ),
    softener: words('a little bit somewhat slightly rather fairly kinda'),
  },
  negative: {
    3: lines(`worst
horrible|horrendous|horrid|atrocious|appalling
terrible|awful|dreadful
disgusting|disgusted|disgrace*
unacceptable|inexcusable|outrageous|outrage
nightmare|hell
scam*|thief|thieves|robbery|fraud*
hate|hates|hated
pathetic|ridiculous|joke
furious|livid
incompetent*|incompetence
suck*|fail|fails|failed|failure|fail*
useless|worthless|garbage|trash|crap*
bullshit|bullsh*|shit*|shitty
never again
avoid
rip off
ripoff
ruined
vile
worst*|unitedfail
neveragain
what a joke|mess|shame`),
    2: lines(`bad|badly|poor|poorly
rude*|unprofessional|unfriendly|unhelpful|impolite
disappoint*|dissatisf*|unsatisf*
angry|annoy*|frustrat*|irritat*|upset
broken|broke|damaged|defective|faulty|cracked
cancel*
delay*
lost|=missing
stuck|stranded
wrong|error|errors
ignored|ignoring
unhappy
not happy
overcharged|overpriced
wasted|waste
shame*
dirty|filthy|stale|rotten|mouldy|moldy
not helpful
wtf|ffs|smh
problem*|issue|issues|trouble
excuse|excuses
never get|got|arrived|received|came|gets
{not} work|working|works
no help|answer|reply|response|information|info|one|apology
losing customers
missed|miss .. flight|connection
lied|lying|lies|liar*
messed
crash*|freezes
worse
stupid|idiot*
don't .. reservation|ticket|booking
over an hour
frigid|freezing
for nothing
gone
bland|tasteless|salty
expected more|better
out of stock
unavailable
not updated|told|informed|notified
spoiled|spoilt|leaking|leaks|rusty|soggy|burnt`),
    1: lines(`late
slow|slowly
wait|waiting|waited
on hold
still
expensive|pricey
cold
sorry
bummed|sad|sadly|unfortunately
complain*|complaint
charge|charged
rebook*
why
no one
nobody
cheap
noisy|noise|loud
unable
refund
compensation
needs work
really
what am i supposed
where|what .. hell|heck`),
  },
  positive: {
    3: lines(`excellent|outstanding|superb|amazing|awesome|fantastic|wonderful|brilliant|perfect*|flawless
best
love|loved|luv|loves
highly recommend
thank you so much
above and beyond
spectacular
favorite*|favourite*
well done|played
kudos`),
    2: lines(`great
thank you
thanks|thx|thankyou
good
happy|pleased|delighted|excited|glad
recommend*
impressed
helpful|friendly|polite|kind|courteous
appreciat*
beautiful*
redeemed
yay|woo|woohoo
satisfied
no complaints|issues|problems|trouble
never let me|us down
smart
rocks|rock`),
    1: lines(`nice|nicely
fast|quick|quickly|promptly
easy|easily
cool
clean|comfortable|cozy
fine|ok
would be nice|great|good|better|helpful|cool|awesome
tasty|delicious
better
on time
worth
helped
lol`),
  },
  categories: {
    delivery: lines(`deliver*|courier*|shipment|shipping|parcel|package|postal
flight*|luggage|baggage|bag|bags|plane|connection|departure|boarding|airport|suitcase
cancelled|canceled flight*
delay*|late
driver`),
    billing: lines(`charge|charged|charges|overcharged|billed|billing|invoice
double charge|charged|payment
subscription|auto|renewal|renewed
debited|deducted|withdrawn
took|take|takes .. money`),
    product: lines(`product|quality|item|model|device|phone|laptop|battery|screen|food|meal|taste|book|books
broken|broke|defect*|faulty|works|cracked
wifi|network|signal|coverage|internet
seat|ticket|travel|pass`),
    staff:
      lines(`staff|employee*|agent|agents|manager|crew|attendant*|waiter|cashier|driver|clerk|doctor|nurse
rude*|unprofessional|impolite|attitude|attitudes|friendly|polite`),
    support: lines(`support|hotline|helpline|customerservice|call center|centre
customer service
on hold
reply|replied|response|respond*|answer*|dm|dms
call|called|calling|phone|reach
email|emailed
hold
talk to`),
    app: lines(`app|application|website|site|login|password|webpage|online
crash*|error|errors
update|updated
log in`),
    price:
      lines(`price|prices|priced|expensive|overpriced|cost|costs|fee|fees|fare|fares|tariff|discount|pricey
pay #`),
    refund: lines(`refund*|reimburse*|compensat*
money back
return|returned|returns
voucher`),
    availability: lines(`out of stock
unavailable|availability|avail|outage
sold out
no rooms
not available
in stock
service is down
went|is|been down`),
    safety:
      lines(`poison*|allerg*|injur*|hospital|dangerous|unsafe|burned|burnt|fire|mould|mold|glass|cockroach*|smoke
sick after
food poisoning
electric shock`),
    privacy: lines(`personal data
data leak|breach
my|his|her details|address|passport|number .. posted|shared|published|leaked
privacy|leaked
someone|somebody else's|elses account|details|data`),
    place:
      lines(`queue|queues|dirty|filthy|noise|noisy|crowded|cramped|stuffy|toilet|toilets|parking|hall|smell|smelly|seat|seats|cabin|doors
cold air
temperature|freezing
check in`),
  },
  cues: {
    own: lines(`i|my|me|we|our|us|i'm|i've|im|ive|mine|we've
my husband|wife|son|daughter|mother|mom|dad|boyfriend|girlfriend|family`),
    breach: lines(`{not} work*|working
broke|broken|defective|faulty|damaged|cracked
cancel*|delay*
=missing|lost
wrong .. sent|order|item|size|name|seat
overcharged|charged
rude*
refus*
hung up
misled|lied
late
never got|received|arrived|came
error|errors|crash*
no refund
is|was|are|were wrong
on hold
dropped
ran over`),
    stuck: lines(`stuck|stranded
can't|cannot|couldn't|unable .. get|log|access|reach|pay|fly|board|open|enter|rebook|call
cancelled|canceled|cancel* .. flight*|booking|reservation|tickets
flight*|booking .. cancel*
miss|missed|missing .. connection|flight|connections
account .. blocked|locked|frozen|suspended
locked|blocked .. account|card|out
no internet|connection|signal|water|electricity|heating
on hold
right now
please help
help|pick pls|please|up
tonight|tomorrow
hours|hour|hrs on hold
what am i supposed
rebook*
get .. home
expires in
website|app|site .. down|errors
still waiting|no|not`),
    vulnerable:
      lines(`child|children|kid|kids|baby|infant|toddler|newborn|daughter|son .. alone|sick|ill|hungry|crying|fever|medicine|stuck|stranded
elderly|disabled|wheelchair|pregnant|diabetic|insulin|dying
my mother|grandmother|grandma|grandfather|father|mum|mom .. alone|medicine|ill|sick|wheelchair
stranded`),
    danger: lines(`will|going|gonna|i'll .. sue|court|police|lawyer|regulator|press|journalist*
see you in court
called|calling|contacted the police
lawyer .. will|letter
file|filed|filing .. lawsuit|complaint .. police|regulator|court|authority
right now|tonight .. hospital|ambulance
food poisoning
hospital|ambulance|emergency room`),
    mild: lines(`a bit|little
not great
could be better
meh
expected more
expensive|pricey
years|year|months ago
taste|looks|design|colour|color
cheap`),
    ask: lines(`how do|can|does|long|much|many
when will|does|do|is|are
where can|is|are|do
can i|you|we|someone|anyone
could you
do you|i|we
does it|the|your|this
is there|it|this
are there|you
what is|are|time|does
which
should i|we
please tell|advise|explain
question
anyone know|knows|know
wondering|define`),
    blocked: lines(`can't|cannot|unable .. log|access|pay|open|enter|reach|get|find|board|check
locked out
expires|expire .. in|today|tomorrow
today|tonight|right now
doesn't let|work
won't let|open|load
urgent*`),
    news: lines(`rt
via
breaking
shares|stock|announces|announced|launches|quarter|profit|investors
selling|tickets for sale
followers|follow me
read more
election|campaign|president|vote|debate`),
    reply: lines(`we are|were sorry to hear
please dm|follow|send us|contact us
our team will
reach out to us
we apologize|apologise
have you reached out`),
    resolved: lines(`resolved|sorted|fixed|solved .. quickly|thanks|now|within|same
all sorted|good|resolved
made it right
got my money back
redeemed themselves`),
  },
};
