import { lines, words, type Lexicon } from './lexicon.js';

/** English words and patterns; the grammar of a pattern is described at `PatternSource`. */
export const en: Lexicon = {
  frequent: words(
    'the a an and or but of to in on at for with is are was were be been i you we they he she it my your our their this that these not no do does did have has had will would can could should what when where why how who from just get got so me us im its dont cant wont thank thanks please your flight great love good bad worst help',
  ),
  groups: {
    time: words('minute minutes min mins hour hours hr hrs day days week weeks month months year years'),
    days: words('minute minutes min mins hour hours hr hrs day days week weeks month months'),
    month: words(
      'january february march april june july august september october november december jan feb aug sept oct nov dec',
    ),
    currency: words('dollars dollar bucks pounds quid euros euro usd eur gbp grand'),
    family: words(
      'son daughter kid kids child baby toddler husband wife mum mom mother dad father grandmother family',
    ),
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
    'one two three four five six seven eight nine ten several couple few half dozen second third fourth fifth sixth seventh tenth eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand',
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
=shrunk|=shrank|=faded
hole|holes in
colour|color ran
short changed
shortchanged
keeps|kept crashing|freezing|disconnecting|restarting|dying|cutting|switching
=cold|=lukewarm chips|food|pizza|coffee|tea|fries|burger|soup|meal|shower|room
undercooked|overcooked|underdone|=charred
=boring|=dull
much|far|way too loud|small|expensive|salty|slow|crowded
wobbly|wobbles
stinks|stank|stinking|reeks|reeked
paid .. for ... but|and .. got .. instead|only
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
{not} .. call .. quality|service|good|clean|fresh
fell|came|falls apart|off
shrugged|leaked|leaks|torn|tore|snapped|soaked|stained|stains
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
can't|cannot|couldn't fault|complain
nothing .. bad .. to say
not once|ever|never ... let .. down
not a single .. problem|issue|complaint
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
  unjudging: lines(`good morning|afternoon|evening|day|luck
thanks|thank .. in advance
best|kind|warm regards|wishes
holy crap|shit|cow|moly
bloody|fucking|freaking|damn good|great|amazing|brilliant|beautiful|awesome|love|delicious
better off
good|great lord|god|grief
for goodness
nice|good try`),
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
overcharged|charged me|us|for|twice|extra
overbilled|overcharged
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
ran over
leaked|leaking|leaks|split|snapped|ripped|tore|torn|shrugged|collapsed|dead
fell|came|fall apart|off
mixed up
{not} .. apolog*
not .. sorted|fixed|resolved|solved
no water|heating|power|internet|signal|connection|sound|hot
stopped .. working|charging|responding
=scratched|=scratches|=dented
blocked|locked .. account|card|out
spoiled|rotten|mouldy|moldy food|meat|fish|fruit|vegetables|milk|bread|eggs
app|screen|phone|site|website|laptop|tablet froze|freezes|frozen|freezing
glitch*
incompetent
=shrunk|=shrank
hole|holes in
short changed
shortchanged
keeps|kept crashing|freezing|disconnecting|restarting|dying|cutting|switching
=cold chips|food|pizza|coffee|fries|burger|soup|meal
undercooked|overcooked|underdone
=dirty|=filthy|=stained room|sheets|plate|plates|table|toilet|seat|carpet|bathroom
hair in`),
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
still waiting|no|not
without .. insulin|medication|medicine|oxygen`),
    vulnerable:
      lines(`child|children|kid|kids|baby|infant|toddler|newborn|daughter|son .. alone|sick|ill|hungry|crying|fever|medicine|stuck|stranded
elderly|disabled|wheelchair|pregnant|diabetic|insulin|dying
my mother|grandmother|grandma|grandfather|father|mum|mom .. alone|medicine|ill|sick|wheelchair
stranded
with .. baby|toddler|kids|children .. in .. cold|heat|street|airport|station
without .. insulin|medication|medicine|oxygen
after surgery`),
    danger:
      lines(`will|going|gonna|i'll|we'll|shall .. sue|suing|court|police|lawyer|solicitor|attorney|regulator|ombudsman|tribunal|press|journalist*
taking|take this|it|you|them .. court|tribunal|ombudsman|small
reporting|reported|report .. you|them|this|it .. to .. police|ombudsman|trading|regulator|authorities|fca|cma|ofcom|ofgem|bbb|ftc
my|our =solicitor|=solicitors|=lawyer|=lawyers|=attorney|=barrister
letter before action|claim
complaint|case|report|claim .. ombudsman|regulator|police|small|tribunal|authority .. in|gone|filed|submitted|sent|lodged|open
lodged|submitted|made .. complaint .. ombudsman|regulator|police|authority|fca|trading
writing|complaining|complain|speaking|talking .. to .. ombudsman|regulator|trading|lawyer|solicitor|attorney|police|journalist*
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
what happens|if|about
is|are|does|do|will|can|did the|your|this|it|there|anyone
please tell|advise|explain
question
anyone know|knows|know
wondering|define`),
    blocked: lines(`can't|cannot|unable .. log|access|pay|open|enter|reach|get|find|board|check
locked out
expires|expire .. in|today|tomorrow
right now
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
    trade: lines(`boiler|heating|oven|washing|fridge|lamp|mug|mugs|door|window|tap|shower|lift
contract|application|form|survey|document|documents
engineer|technician|plumber|electrician|dispatcher|insurance|neighbourhood|council
cake|bouquet|flowers|gift|concert|ticket|tickets|shampoo
shop|shops|store|stores|supermarket|market|pharmacy|salon|boutique|warehouse|mall|retailer
bank|banks|credit|loan|mortgage|card|cards|account|accounts|payment|atm|branch|rate|fee|fees|insurance
network|signal|coverage|internet|broadband|wifi|roaming|sim|router|provider|carrier|plan|tariff|data
customer|customers|client|clients|passenger|passengers|guest|guests|patient|patients
bought|buy|buying|purchase|purchased|ordered|order|orders|paid|pay|sold|sell|selling|booked|booking|reservation|reserved
product|products|item|items|model|device|quality|package|size|warranty|guarantee|repair|replacement|manual|brand|company|business
delivery|delivered|courier|parcel|shipping|shipped|shipment|tracking|mail
service|services|staff|employee|employees|agent|agents|manager|rep|reps|crew|attendant|attendants|clerk|cashier|waiter|waitress|barber|dentist|doctor|nurse|driver|mechanic
price|prices|cost|costs|discount|refund|voucher|receipt|bill|charge|charged|money|dollars|pounds|quid
restaurant|cafe|menu|dish|meal|pizza|burger|coffee|dessert|kitchen|portion|takeaway|breakfast
hotel|room|rooms|hostel|lobby|reception|tour|trip
flight|flights|airline|airlines|airport|plane|gate|luggage|baggage|boarding|train|bus|taxi|cab|ticket|tickets|seat|seats
clinic|hospital|appointment|haircut|gym|membership|trainer|subscription
phone|laptop|tablet|tv|fridge|kettle|headphones|camera|screen|battery|charger|cable|printer|monitor|vacuum|iron|alexa|echo|speaker|dot
sofa|chair|wardrobe|mattress|furniture|shoes|trainers|dress|jacket|clothes|toy|stroller|perfume|cream
app|website|site|login|password|update|support|helpline|hotline|chat|email
recommend|review|complaint|issue|issues|problem|problems
=your|you're|=yours
works|working|works|use|used|using|installed|setup|set up`),
    contrast: lines(`fine|good|great|ok|well except
but|however|although|though|except|yet
only problem|downside|issue|thing`),
    solved: lines(`take .. it|that|everything back
all|everything .. sorted|fixed|resolved|solved|good|fine|well now|thanks|thank
all good|fine|sorted now
issue|problem|matter|case .. resolved|solved|sorted|fixed|closed
update .. to|on|of my .. review|post|complaint|rant
update .. resolved|sorted|fixed|refunded
apologised|apologized and .. fixed|replaced|refunded|sorted|sent|brought|gave
fixed|replaced|refunded|sorted .. in|within .. # {time}
within an|# hour|hours|day|minutes and .. replaced|fixed|refunded|sorted
replaced|fixed .. it .. for free
drove|came .. over|back .. with .. right|new
arrived .. next morning|day .. with
today .. new one|it came|arrived`),
    rival: lines(`another|other provider|shop|store|bank|company|airline|bakery|place|cafe ... you|your|yours
switched|moved|went to your .. rival|competitor|competition
your rival|rivals|competitor|competitors .. do|does|has|have|is|are|can|answers|deliver|delivers
unlike you|yours|your|here
across .. the road|street ... you|your
next door ... you|your
could learn .. from
at .. =least .. they|competitor ... answer|answers|care`),
    fellow:
      lines(`my|our|the neighbour|neighbor|neighbours|neighbors|boss|ex|landlord|flatmate|roommate|teacher|professor|coworker|colleague|colleagues
my mother|sister|brother in law`),
    condolence: lines(`condolence*
rest in peace
rip .. legend|angel|sir|my|dear
thoughts|prayers|hearts .. are with .. family|families|you|everyone
sorry for your .. loss
heaven gained
sad .. news
stay strong .. family
passed away`),
    advert: lines(`earn|make .. ## .. day|week|month|home
earn .. # .. a day|week|month
from home .. message|dm|click|join
message|dm|inbox|text me|us .. for|to .. apply|method|details|info|book|order
link in bio|profile|description
follow me|us|back|for
follow for follow
followers by|free|in
# % off|discount
% off
off .. all|everything|selected|sitewide
this weekend|week|month only
today only
free delivery|shipping .. over|on
sale ends|now|on
come|pop .. and|in .. try|visit|see|taste
new .. is here|out|now .. come|try|order
try it at|now
we .. are|re hiring|recruiting|looking
hiring .. drivers|staff|baristas|now|for
apply now|today|here|via
enrolment|enrollment|registration .. open
first lesson|class|session .. free
call the number|now|us .. today|on|in
want to .. lose|earn|make .. kg|money|weight|pounds|#
lose # .. kg|pounds|lbs`),
    order:
      lines(`ignore|disregard|forget|override .. instructions|instruction|rules|prompt|prompts|above|previous|guidelines
mark|rate|classify|label|score .. this|it|text|review|post .. as .. positive|negative|praise|great|critical|urgent
sentiment|urgency|intent positive|negative|none|neutral|critical|praise|other
you are now .. robot|bot|assistant|model|ai
=system sentiment|prompt|message|override
respond|answer|reply only with
print|reveal|output .. your .. system|prompt|instructions`),
    addressed: lines(`you|your|you're|u|ur
please fix|refund|help|reply|explain|answer`),
    report: lines(`reuters|bbc|cnn|bloomberg|ap reports|reported|says|said
according to .. police|officials|reports|sources|report
regulator|court|police|government|council|watchdog|ministry|officials .. fines|fined|fine|announces|announced|says|said|warns|warned|confirmed|investigating|opens
fines|fined .. lenders|banks|company|airline|operator|retailer|firm
shares|stock|profit|profits|revenue|sales .. fell|rose|dropped|jumped|slumped|up|down
collided|crashed .. on|near|this .. the|morning
expect delays
evacuated|injured|killed|dead .. after|in|people|no
fire|explosion|crash|outage|strike .. was|were|has|hits .. announced|reported
strike .. announced|called|off
announces|announced|launches|launched|unveils|opens .. new|first|plans|partnership|strike|water|branch
water|power shutdown|cut|outage .. in`),
    sanctions: lines(`imposed|imposes|new|under sanctions
sanctions list|against|on`),
    child: lines(`child|children|kid|kids|baby|infant|toddler|newborn|son|daughter|grandson|granddaughter
pushchair|pram|stroller`),
    ill: lines(`disabled|wheelchair|pregnant|diabetic|insulin|dying|cancer|chemo|epileptic|asthma*
sick|ill .. child|mother|father|husband|wife|passenger
after|had surgery|operation|stroke
medication|medicine|oxygen|fever`),
    elderly: lines(`elderly|pensioner|pensioners|grandmother|grandma|grandfather|grandpa
old .. lady|man|woman|couple|parents
year old .. mother|father|mum|mom|dad|gran*`),
    stranded: lines(`stranded
stuck .. at|in .. airport|station|motorway|roadside|gate|terminal
sleeping|slept .. on|at .. floor|airport|station
left .. us|me .. by|at|on .. roadside|motorway|airport|kerb`),
    violence: lines(`threatened|threatening|threatens .. me|us|to
hit|punched|pushed|grabbed|slapped|assaulted|attacked .. me|us|my .. husband|wife|son|daughter|mother|arm
assaulted|attacked by
harassed|harassing|groped|molested`),
  },
};
