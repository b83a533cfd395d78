import { lines, type SignalPatterns } from '../lexicon/lexicon.js';

/** What English-speaking customers say when each signal is meant, and what only looks like it. */
export const en: SignalPatterns = {
  safety: {
    says: lines(`attacked|assaulted|bit|hit me|us
attacked|assaulted|bit|hit my son|daughter|child|baby|husband|wife|mother|mum|mom|father|dad|kid|kids
food poisoning
poisoned|poisoning
got|get|was|were|been|made|felt sick after
sick .. from .. food|meal|salad|fish|chicken|prawns|burger
=sick|ill|vomiting|vomited all night|day|week|weekend
made .. {family}|us|me|family|everyone .. vomit|sick|ill
vomit|vomited|vomiting|puking .. after|all
allergic reaction
caught|catch|on fire
burst into flames
set .. on fire
sparked|sparking|sparks .. and|from|when
electric|electrical shock
shocked me .. touched
got|gave|given .. shock .. from|when
got a shock
electrocuted
bare|exposed|live wire|wires|cable|cables
glass in|inside
piece|pieces|shard|shards of glass|metal
found .. piece|pieces|bit|bits of plastic
found .. glass|metal|needle|mold|mould|worm|worms|cockroach|maggot|maggots|razor|bone
mold|mould|mouldy|moldy|cockroach*|maggot*|rats|mice in|on|inside
raw inside|chicken|meat|burger|in
chicken|meat|burger|fish .. =raw|undercooked
=dangerous|=unsafe
in danger
could have been|died|killed|burned killed|hurt|burned
nearly|almost died|killed|drowned|choked
injured|injury|injuries|burned|burnt|scalded my|me|our|her|his
=injured|=concussion
broke|broken|fractured my|her|his|their arm|leg|wrist|hip|ankle|nose|finger|rib|ribs
cut my|her|his hand|finger|lip|foot|face|arm
fell|slipped|tripped .. on|down|over ... stairs|steps|ice|wet
slipped|tripped .. on|over ... floor
ice|icy .. steps|stairs|pavement|entrance
steps|stairs|entrance .. ice|icy
{family} .. fell|choked|swallowed|burned|collapsed
collapsed|broke|snapped|gave .. under|with|way .. me|my|him|her|baby|son|daughter
ended up in .. hospital|er|emergency
taken to .. hospital
taken|rushed|sent ... hospital|ambulance
went to hospital
went to the hospital|er
by|an ambulance
safety hazard
fire hazard
=exploded
gas leak
carbon monoxide
brakes|brake failed
smelled|smells|smell .. burning|gas|smoke
=grabbed|=twisted|=yanked|=dragged .. my|her|his|me|him|by .. arm|wrist|shoulder|collar|hair
=shoved|=pushed|=dragged me|him|her|my|mum|mom|son|daughter out|against|to|into|over|down
lift|elevator .. fell|dropped|plunged|plummeted
fell|dropped|crashed|collapsed .. on|onto|missed .. my|his|her|our head|foot|son|daughter|baby|mum|mom|dad|mother|father|husband|wife|child
rash|hives|blisters|blister|swelling .. after|from
after ... rash|hives|blisters|swelled|swollen
face|lips|eyes|tongue|throat|skin .. swelled|swollen|swelling|blistered
i|he|she|mum|mom|dad|son|daughter|husband|wife =passed out
i|he|she|mum|mom|dad|son|daughter|husband|wife =fainted
was|lay|knocked|found|fell =unconscious
trapped|crushed|caught .. my|her|his .. finger|fingers|hand|foot
was|were|started|still|mouth|nose|hand|finger|gums|lip =bleeding`),
    hides: lines(`safety razor|pin|deposit
explosion of flavour|flavor|taste|colour|color
burned my|the wallet|money
not|nothing dangerous
shock price|horror
hit me up
hit me that|when|how
is|are|isn't it|this|that|these|they =dangerous|=unsafe`),
  },
  privacy: {
    says: lines(`personal data|information|details .. leaked|published|shared|stolen|sold|exposed
leaked|published|shared|posted|exposed .. my|our|personal .. data|details|address|passport|number|phone
data leak|breach
someone|somebody else's|elses order|account|data|details|name|messages|bookings|statement
other|another|different|stranger's|strangers|customer's|people's people's|person's|customer's|customers|customer|orders|details|data|address|addresses|messages|passport
messages|orders|details|account|data|address .. of another|other|different customer|customers|person|people|passenger
gave|given|giving|sent|told|showed|handed .. my|our .. phone|number|address|details|data|passport .. to
gave|sent|told my|our phone|number|address|details|data
selling|sell|sold|sells|share|shared .. my|our|customer .. number|data|details|email|information
told|tells|telling|disclosed .. my|her|his .. husband|wife|ex|boss|neighbour|neighbours|neighbor|mother ... account|order|money|balance|address|diagnosis|details
photo|photos|picture|pictures|video|image ... without .. permission|consent|asking
without .. permission|consent .. data|number|photo|picture|details|recorded|filmed
saw|see other customers|people's
privacy violation|breach
breach of privacy
gdpr`),
    hides: lines(`got|sent|delivered|received|given|gave .. someone|somebody else's|elses order
wrong address
i|i'd|i've|we|we've .. gave|given|told|sent|showed my|our|them|you|him|her`),
  },
  fraud: {
    says: lines(`scam*
fraud|fraudulent|fraudsters|fraudster
swindl*
a|total|complete|pure =con
=conned|conmen|conman
con artist*
stole|stolen|stealing|robbed|robbery .. money|card|funds|me|us|savings
someone|somebody|stranger .. =using|=used|=uses .. my|our card|account
emptied|drained|cleaned .. my|our|out .. account|savings|card
counterfeit|fake|bootleg|knockoff .. sold|product|goods|item|bag|charger|perfume|phone|shoes
sold .. fake|counterfeit|knockoff|copy
turned out|was|were|is|are .. =fake|counterfeit
ripped me|us off
rip off
ripoff
thieves|thief|crooks|robbers
phishing
cheated|cheating|cheat
defrauded|duped
took|take|taken|pocketed .. money|deposit|prepayment|payment|cash ... vanished|disappeared|ran|silent|switched|blocked
seller|company|firm|shop .. vanished|disappeared|ghosted
fly by night`),
    hides:
      lines(`warn|warns|warned|warning|protect|protects|protection|beware .. of|about|against|from .. scam*|fraud*
prevent|prevention|anti .. fraud|scam*
fraud prevention|protection|department|team|alert`),
  },
  legal: {
    says: lines(`lawyer|lawyers|attorney|solicitor|solicitors|barrister
=tribunal
letter before action|claim
environmental health
food standards agency
citizens advice
report|reported|reporting .. to .. authorities|fca|cma|ftc|bbb
=sue|suing|=sued|lawsuit
take|taking|see|going|go .. to|in court
small claims
consumer protection|rights
ombudsman|regulator|regulators|ofcom|watchdog
legal action|proceedings|advice
trading standards
police report
call|called|calling|contact|contacted|go|going|report|reported|reporting .. the police
to the police
chargeback
file|filed|filing|lodge|lodged .. complaint with|to
complaint .. ombudsman|regulator|authority|fca|dot|police|standards
department of transportation
better business bureau
see you in court`),
    hides: lines(`lawyer|attorney|solicitor by training|profession|trade
=i'm|am a lawyer|solicitor|attorney
good|great|excellent lawyer|solicitor|attorney
regulator fines|fined|says|announces`),
  },
  press: {
    says: lines(`journalist|=journalists|=reporter|=reporters
go|going|write|wrote|call|contact|tell|emailed|email|forward|forwarding|talk|talking .. press|media|newspaper|newspapers|=news|tv|bbc|cnn|journalist|journalists
local|national =news|newspaper|tv|paper|press
the|your papers .. love|hear|know|interested
newspaper|newspapers .. hear|know
going|go|gone public
film|record|post|share|put|upload .. this|it|video .. viral|youtube|tiktok|everywhere|online
viral`),
    hides: lines(`french|garlic|bench|trouser press
press the|button|play|enter
in the press release
on the news today|that`),
  },
  rude_staff: {
    says: lines(`rude|rudest|rudely|rudeness
hung up on|in
hung up
hang up on
put|slammed .. phone .. down
yelled|shouted|screamed|swore|sworn|cursed|yelling|shouting|screaming|swearing at
swore|swearing|cursed|cursing .. all|the|whole|in|at|front
{staff}|guard|receptionist|assistant .. yelled|shouted|screamed|swore|smoked|cursed
impolite|arrogant|insulting|insulted|condescending|=dismissive
=laughed at|in .. me|us|my|face
rolled|rolling|rolls .. eyes
threw|thrown|chucked .. at .. me|us|table
threw|thrown|kicked|chucked me|us .. out
disrespectful|disrespected|hostile|abusive
nasty|unfriendly .. staff|agent|manager|attendant|driver
attitude problem
like|as .. dirt|garbage|criminal|trash|criminals|rubbish|idiot|scum|thief|nothing
called|calling me|us|her|him .. stupid|liar|idiot|bitch|moron|names|fat|cunt|fool
threatened|threatening|threatens me|us|to
mocked|mocking|sneered|sneering`),
    hides: lines(`like .. nothing .. happened|else|i
rude awakening|not`),
  },
  discrimination: {
    says: lines(`discriminat*
racist|racism|racially
sexist|sexism|ageism|ageist
homophobic|transphobic|islamophobic
because i'm|im|am|was .. black|asian|muslim|gay|disabled|woman|foreign|old|jewish|roma|pregnant|arab|deaf|blind
because i|she|he use|uses|have|has|wear|wears .. wheelchair|accent|hijab|disability
because we|they|she|he .. black|asian|muslim|gay|disabled|foreign|jewish|roma|refugees
because .. my|our|her|his .. skin|race|accent|religion|disability|nationality|gender|colour|color|hijab
because of my|our|her|his age
refused|refuse|denied|not|would .. wheelchair|serve|seat .. because
refused .. wheelchair
wheelchair .. refused|denied|turned|left
blind|deaf|disabled .. refused|turned|denied|thrown
guide|service dog .. refused|turned|denied|not|out
refused|denied|turned|refuse ... because|over|with .. guide|service dog
go|went|going back to .. country|where
called .. monkey
followed|following me|us|her .. home
stalk|stalks|stalked|stalking|stalker me|us|her
mocked|laughed|made .. accent|disability|skin|religion
do not|don't|not sell|serve|rent|let .. to .. pensioners|foreigners|refugees|women|disabled
antisemit*
harassed|harassment|harassing|groped|molested`),
    hides: lines('turned out blind'),
  },
  undelivered: {
    says: lines(`{not} .. delivered|deliver|arrive|arrived|received|receive|come|shown|show
never .. arrived|delivered|received|came|got|showed|turned|reached|shipped
still waiting for|on .. my|our {thing}
still .. {not} .. received|arrived|got|come|delivered|shipped
where|wheres is|are my|our {thing}
where's my|our {thing}
no bag|bags|luggage|baggage|parcel|package|delivery
lost|lose|losing my|our|the {thing}
my|our|the {thing} .. got|been|was|is|are|went .. lost|missing
my|our {thing} .. lost|missing
marked|says|shows|states|claims .. delivered ... not|never|nobody|nothing|no|but
marked|says|shows .. delivered
delivered but|yet ... nothing|nobody|not|never|no
{thing} hasn't|never|didn't|has|have|did|hasnt|didnt .. arrived|arrive|come|delivered|turned|shown|not|show
courier|driver .. never|not|didn't .. came|come|show|showed|turn|turned|arrived
can't get my|it .. bag|baggage|luggage|parcel
still .. no {thing}
no sign of .. {thing}
delivery .. never
tracking .. not|hasn't|never|stuck .. changed|moved|updated|update
without my|our bag|bags|luggage|baggage
{thing} .. did|was|were|has|have not .. show|turn|arrive|come|delivered`),
    hides: lines(`{not} .. come back|again|here
never .. come|came|shown|got back|again|such|anything|better
never had|have
not received .. reply|answer|response|refund|call|email
received .. {not} .. reply|answer|response|refund
never got|received .. reply|answer|response|refund|call
wish .. never .. come`),
  },
  paid_not_received: {
    says: lines(`paid .. never|nothing|no|nobody
paid ... not|never|didn't|nobody|no ... get|got|receive|received|given|gave|access|delivered|came
paid .. without|but
take|took|taken .. money .. but|no|don't|nothing|never
charged .. but|never|yet .. received|reservation|order|ticket|got|no
charged ... yet|but ... no|never|nothing|not
paid for .. didn't|never|not|one .. get|got|receive|received|delivered|came
# .. paid for ... one|only .. delivered|arrived|came
bought ... charged ... no|never|nothing|not
payment went through .. no|but|nothing
transferred|sent|wired|paid .. money ... nobody|never|nothing|not|no
topped up ... never|not|no
funds|money|balance|payment .. never|not .. credited|received|arrived|applied
money .. gone ... no|nothing|there
paid in full .. no|nothing|never`),
    hides: lines(`paid .. no attention
paid but .. worth|happy
money back`),
  },
  unauthorized_charge: {
    says: lines(`double|twice|doubly charge|charged|billed|charges
charge|charged|charging|billed|debited|took .. twice|double
charged|billed|debited ... twice|again|# times
charged|billed|debited ... # times .. for
charged|billed|took|taken|debited ... without .. consent|permission|asking|authorization|approval|knowledge|warning
without .. consent|permission|knowledge|asking|authorization ... charged|charge|billed|took|payment|subscription
unauthorized|unauthorised|unexplained|unknown charge|charges|payment|transaction|withdrawal|payments|transactions
charged|billed|charge .. for ... didn't|never|not|did .. ordered|order|took|take|subscribe|subscribed|agree|agreed|authorise|authorize|signed|sign|asked|ask|use|used|buy|bought
never .. authorized|authorised|agreed|subscribed|ordered|signed|took|asked
subscription|service|insurance|policy|membership|extra|plan ... never|didn't|not .. took|ordered|asked|signed|agreed|subscribed|authorised|authorized|wanted
added|signed|enrolled|activated|switched ... although|without|but ... not|never|asked|asking|permission|consent|knowledge
charged .. after .. cancelled|canceled|cancelling
took|taken|debited|deducted .. without
takes|take|taking|took|taken .. #|## .. for|every .. no|nothing|what
takes|take|taking|took|charge|charging ... don't|do not|no .. know|idea .. what|why|for
auto renewed|renewal
automatically|silently|quietly renewed|charged|take|takes|took|enrolled
free trial ... paid|charged|took|charge|billed|subscription
overcharged|overbilled
money disappeared|vanished .. from
hidden fee|fees|charges|charge
without .. knowledge|consent`),
    hides: lines(`as agreed|expected|promised
not charged|overcharged|billed
double charged battery`),
  },
  waiting: {
    says: lines(`wait|waited|waiting|waits ... # {time}
# {time} ... wait|waiting|waited|late|delay|delayed|later|already|now|past|passed
wait|waited|waiting ... hour|hours|day|days|weeks|months|forever|ages
on hold .. # {time}
=holding|hung|hanging|queued|queuing|queueing|queue .. # {time}
on hold .. an|over|half hour|hours
an|half hour and|an .. queue|hold|phone|line|half
an hour and a half
half a|an day|hour|year
after # {time}
late|delay|delayed .. # {time}
for # {time} .. now|still|no|already|without
for over|more|almost|nearly|the .. # {time}
almost|nearly|over # {days}
more than # {days}
{time} of waiting
for hours|days|weeks|months
past # {time}
it's been .. # {days}
been .. # {days}
sat|sitting|stood|standing|stuck|trapped|hung .. # {time}
stuck|trapped|sitting|waiting .. at|in|on ... hours|day|night
since last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|morning|{month}
since .. # .. {month}
{month} # ... still|now|today|nothing
# {month} ... still|now|today|nothing|no
# {time} ago .. no|not|nothing|still
# {time} ago ... no|not|nothing|still|never
hour|hours|hrs|minutes|mins on hold|tarmac|hold
# {time} on|in|at .. gate|tarmac|hold|queue|phone|line|plane|runway
took .. # {time} .. answer|deliver|reply|get|to
# {time} and coin|counting|still|nothing|no|not|nobody
=second|third|fourth|fifth|sixth|tenth day|week|month|night without|of|with|in|and
day|week|month # of .. wait*
day|week|month # without|and|no
day # and
# {time} without|with .. power|water|internet|heating|electricity|no|response|reply|light
no .. water|power|internet|heating|electricity .. since|for`),
    hides: lines(`delivered|arrived|came|fixed|sorted|replied|answered|shipped .. in|within|after .. # {time}
in|within .. # {time} .. delivered|arrived|fixed|replied|sorted
# {time} warranty|guarantee|old|contract|trial|subscription|battery
# year|years|month|months warranty|guarantee
charges|charge|lasts|lasted|works|battery .. for|about|only .. # {time}
customer|coming|shopping|used|using|loyal|member ... # {time}
for # years
# {time} .. battery|charge
# times .. a|per {time}
did|didn't not|have wait|to
worth the wait
can't|cannot|won't wait to|for
how many|long {time}`),
  },
  money: {
    says: lines(`lost|lose|losing|cost|costs|spent|spend|wasted|owe|owes|owed|stole|overcharged|down|extra ... # {currency}
lost|lose|losing|cost|costs|spent|spend|wasted|owe|owes|owed|stole|overcharged|extra|damage ... ##
charged|deducted|debited|took|takes|take|taken|billed|paid .. ##
charged|deducted|debited|took|takes|take|taken|billed .. # {currency}
# {currency} ... lost|gone|wasted|charged|spent|back|damage|short|pocket
## .. lost|gone|wasted|charged|spent|back|damage|worth .. damage
## .. worth .. damage|damages
out .. pocket .. by|of .. #|##
ripped .. off .. ##
missing|short .. ##
fine|fined|penalty .. ##
damage|damages .. of|worth .. #|##`),
    hides: lines(`well spent
paid .. ## .. for|and .. worth|happy|love
for .. # {currency} .. leaks`),
  },
  repeat_contact: {
    says: lines(`second|third|fourth|fifth|sixth|tenth|# time|times .. call*|contact*|writ*|ask*|email*|report*|complain*|explain*
call|called|calling|wrote|written|writing|emailed|contacted|messaged|contact|rang|rung|phoned|reported ... #|several|many|multiple|numerous|countless times
call|called|wrote|written|writing|emailed|contacted|messaged|rang|phoned|complained|reported ... =twice|again|repeatedly
wrote|written|writing|calling|called|emailing|contacting|complaining|reporting ... third|fourth|fifth|second|sixth|# time
again and again
yet again .. call|email|writ*
issue|problem|case still|not resolved|fixed|solved
keep|kept|keeps calling|emailing|writing|asking|ringing|chasing|explaining
still not|unresolved .. resolved|fixed|solved
already .. called|wrote|written|emailed|contacted|complained|reported|sent|rang
sent .. dm|email|message .. yet|no|days|still|never
sent|send|sending .. dm|dms|email|emails|message .. as|like|already
multiple|several|numerous|many|countless calls|emails|attempts|messages|requests|complaints
second|third|fourth|fifth|sixth|tenth request|complaint|ticket|email|call|message|letter
# requests|complaints|calls|letters
every time i call|ring|ask|write
how many times
same problem|issue|thing again|twice
=again about the same
repeatedly .. called|contacted|asked|wrote|emailed|complained`),
    hides: lines(`# times .. a|per {time}
twice .. a {time}
call|calling|contact .. again .. if
will .. call|order|contact .. again`),
  },
  broken_promise: {
    says: lines(`=promised
promise|promises .. broken|kept|empty|nothing|never|not
said|told|says|swore|assured ... would|will|'d|be ... but|never|still|nothing|no|not|yet|nobody|now|it's|by
they|you|he|she said|told|swore ... today|tomorrow|monday|tuesday|wednesday|thursday|friday|noon|morning|tonight|# ... but|still|nothing|no|not|nobody|now|it's|is|by
were|was supposed|meant|due to
supposed|meant to .. call|deliver|arrive|refund|come
told .. today|tomorrow|monday|tuesday|hours|days .. but|still|nothing
said .. call .. back
guaranteed|guarantee .. delivery|by|would|but|never|not|that
swore .. to|that|it|they
assured|assure .. but|that|me|us
never called|call|rang back
they'd call .. back
delivery|due|collection|arrival date .. passed|gone|went|missed|was|came
keep|keeps|kept saying|telling|promising .. tomorrow|soon|today|next|me|us
keep|keeps|kept .. moving|pushing|changing|postponing|rescheduling .. date|delivery|back|appointment
confirmed .. cancel*|find out
# .. date .. passed`),
    hides: lines(`i|i'm|im|we|we're|i've|we've .. promise|promised|supposed|meant
was meant to .. be .. joke|funny
as promised
promised .. and|kept .. came|delivered|did|kept|called|refunded|arrived
guarantee|guaranteed .. year|years|product|quality
kept .. promise|word`),
  },
  sent_in_circles: {
    says: lines(`in circles
=passed|=bounced|=shunted|=pushed|=redirected .. around|between|from|pillar|another
=transferred .. around|between|another|again|back|times|from
=sent|=send|=sends .. me|us .. around|from|back|elsewhere
=sent .. around|from .. to
from one .. to .. another|next|other
between .. departments|offices|agents|teams|branches
pillar to post
told|tell|tells|telling|says|say .. to call|go|contact|ask .. another|different|other
says|tells|said|told ... go|call|contact|ask|visit ... says|tells|said|told ... go|call|contact|ask|visit
sends|send|sent ... back .. to
transferred|transfered|passed|redirected ... times|again|#|first
round and round
runaround
run around
nobody takes|take|accepts responsibility
no one takes|take|accepts responsibility
each|both|they|shop|bank|store|company|courier blames|blame|blaming|sends|send|points .. other|each|another|shop|centre|center|courier|bank|seller|manufacturer
wrong department
not our|their .. department|problem|responsibility|job
passing the buck`),
  },
  no_answer: {
    says: lines(`no|without answer|reply|response|replies
nobody .. answer*|repl*|respon*|pick*|call*|contact*|help*|return*
no one .. answer*|repl*|respon*|pick*|call*|contact*|help*|return*
never .. answered|replied|responded|answer|respond|reply|called|heard|returned
{not} .. answer|answering|answered|reply|replied|respond|responded|responding|pick|picked|return|returned
can't|cannot|couldn't|unable|impossible|can|could|not .. reach|get|through .. through|anyone|you|hold|someone|agent|anybody
can't|cannot|couldn't|unable|impossible .. reach|contact
impossible .. get|reach .. hold|through|you|anyone
not|never .. able .. to .. reach|contact|speak|talk
on hold
=ignored|=ignoring|=ignores|=ignore .. me|us|my|email|emails|messages|customers
messages|emails|calls|requests|complaints|dms .. ignored|unanswered
being|been|get|got|simply ignored
pick|picked|picks up .. phone|call|pls|please|anyone|someone
{not} .. pick|picked .. up|phone
total|complete|deafening|only|just|nothing|but silence
silence from|since
=hear|heard back|nothing|from
yet .. hear
have yet|not .. hear|heard
never .. heard back|from|anything
can a human answer
unanswered
not|without a word
no words|word from
no communication|update|updates|information|info
chat|line|phone|hotline .. dead|silent|off
radio silence
=ghosted|=ghosting .. me|us|my`),
    hides: lines(`no response|reply needed|required
no answer to .. that|everything
silence .. of|and .. room|night|peace
never .. heard .. of
never .. returned .. home
noise|noiseless silence
answered|replied .. at|right|within once|away|minutes|seconds
i .. pick|picked up
not .. return .. item|it`),
  },
  empty_reply: {
    says: lines(`canned|caned|template|templated|scripted|generic|automated|boilerplate|standard|copy|automatic|stock response|reply|replies|answer|answers|email|message|responses|paste|phrases|apology|apologies
template|templates|boilerplate .. full|of|with|apolog*
copy|copied paste|pasted
pasted .. apology|reply|answer|text
copy and paste
stop pretending
that's what you .. said|say|always
empty|hollow|meaningless words|apology|apologies|phrases|replies|promises
sorry .. doesn't|does|isn't .. help|fix|enough|not
sorry .. and .. nothing|that|left
we|they|so are|were|so sorry .. and|but .. nothing|no|that
nothing but apologies|excuses|apology
just|only apologies|apologize|sorry|generic|apology
same .. reply|answer|response|text|excuse|script
say|says|saying|tell|telling|write|writes .. the same .. thing
repeats|repeating|repeated|repeat .. same|itself|herself|himself
bot|robot|chatbot reply|answers|response|keeps|repeats|just
your apology .. means|nothing
not a word|single .. about|fact|on .. my|problem|issue
closed|close .. ticket|case|request .. without|but|though
apolog* .. and|then .. closed|nothing|hung
your|my call|opinion|feedback is important`),
    hides: lines(`same .. thing .. happened|again
template .. design|website|letter
sorry .. and .. fixed|refunded|gave|replaced`),
  },
  churn: {
    says: lines(`never again
neveragain
never|not .. use|using|fly|flying|order|ordering|buy|buying|shop|come|coming|return|book|booking|visit|eat|stay|see .. again|with|here|back|anything
last time i|we .. fly|order|use|book|come|shop|buy|ever|will|do
=switching to
=switched to .. another|competitor|rival|different|your
=switch to .. another|different|competitor|rival
leaving|left .. you|them|another|competitor .. for
=leaving you|them
leaving|left for .. another|competitor|rival
cancel|cancelled|cancelling|canceling|cancelled|canceled|terminate|terminating|ending .. my|our|the subscription|account|contract|membership|service|policy|order
lost|lose|losing .. customer|customers|client|me
going|go|moving|moved|off|switching|switched .. to .. competitor|competition|another|other|rival|competitors
won't|will not|wont .. be back|coming|return|flying|ordering|using|buying|shopping
won't|wont|not .. be back|flying|again
will not .. see me|us
not .. see me|us .. again|here
not another|single|one penny|cent|dollar|pound
done with .. you|them|this|airline|company|bank|shop
goodbye
taking my|our business|money|custom elsewhere
business|shopping|shop|go elsewhere
choose|use|using|try|find another|different airline|company|bank|shop|provider|carrier|store
closing|closed|close .. my .. card|account|accounts
forgetting|forget .. about you
unsubscribed|unsubscribe|deleted|deleting|uninstalled|uninstalling .. the|your|app|account|and
no longer .. customer|client`),
    hides: lines(`last time i|we .. was|were|visited|came .. great|good|lovely|fine|years
not|never .. cry|hurt|worry
not see .. problem|issue|point|why
never|not .. use .. it|this .. before
never .. see .. better
cancelled my flight|order .. you
you|they .. cancelled|canceled my|our
won't .. be .. disappointed|sorry
you won't
goodbye .. and thanks|thank`),
  },
  refund_demand: {
    says: lines(`want|need|demand|demanding|give|get|return|returned|refund|bring .. my|our|the .. money back|money
give|return|send me|us .. back .. money
money back
would|i'd|we'd like|love|appreciate .. =refund|=refunded|compensation|reimbursed
would|i'd|we'd like|love|appreciate .. money back
can|could|may i|we =have .. =refund
can|could|may i|we have|get .. my|our money
want|need|demand|request|requested|requesting|looking|expect|deserve|owed|owe|asking|ask|asked|require|insist .. refund|compensation|reimbursement|refunded|reimbursed|reimburse|compensated
refund|reimburse me|my|us|our
full refund
return|refund the money|deposit|payment
where|wheres is|are .. refund
when|will .. refund*|reimburse*|compensat*
compensate me|us
refuse|refused|refuses|won't|deny|denied|refusing .. refund
waiting .. refund
still .. no|not|waiting .. refund
no refund
should .. refund|refunded|compensate|compensated|reimburse
give .. back .. money
i want .. compensation
please|must|want|demand|should replace|exchange
replace|exchange .. it|this|item|with .. one|working|new
=replacement .. please|now|asap`),
    hides: lines(`no refund needed|necessary
can|how|could|may|do i|we .. return|exchange|refund .. if
is|what the refund window|policy|period
refund window|policy|period
replaced .. it .. at|quickly|straight|for|the
got .. refund .. quickly|promptly|same|within`),
  },
  suggestion: {
    says: lines(`suggest|suggestion|suggestions
you should|could .. add|make|offer|allow|hire|consider|bring|have|open|put|get|let|sell|provide
you need .. more|to .. hire|add|have|train|get
should .. add|make|offer|allow|hire|consider|bring
would|could be nice|great|good|better|helpful|handy|lovely|useful|cool .. if|to|addition|have
nice|great|good|useful|welcome addition
it would help
please add|consider|make|allow|introduce|let|offer|stock|open
need you to|more
why not .. add|make|offer|open|put|let|sell|have
how about|abt
feature request
=wish .. had|could|would|there|you
would|i'd love|like to see .. more|some|a
would love .. more|if|an
just a .. comment
consider adding
make it .. possible|easier
needs more|better
my advice|recommendation`),
    hides: lines(`wish .. i|we had|hadn't|never|could|was|were|knew
wish .. never|you .. luck|well|all|best
you should be .. ashamed
i .. suggest .. you .. avoid|stay`),
  },
  sarcasm: {
    says: lines(`thanks|thank|cheers .. for .. nothing|losing|ruining|wasting|missing|delaying|cancel*|leaving|ignoring|stranding|asking|lost|breaking|forgetting|keeping
thanks|thank ... {time}|day|hour .. # .. of|waiting
thanks|thank ... # {time} .. late|waiting|without|delay
great|good|nice|nicely|excellent|brilliant|well job|work|done .. losing|ruining|delay*|cancel*|again|guys|as|the|delivering .. always|wrong|street|box|empty|third
great job|work .. losing|ruining|delay*|cancel*|again|guys|as always
nicely|well|nice|brilliantly done|played ... empty|wrong|broken|lost|late|again
amazing|wonderful|impressive|incredible|lovely|love .. how|that|to|way .. neglect|can't|lose|ignore|not|never|fail|cannot|cancel
love how|when .. you|they|your|my
so glad|happy|pleased .. i paid|chose|trusted
how thoughtful|kind|nice|lovely|generous|considerate of .. you|them
way to ruin|lose|treat
way to go .. again|guys|losing|ruining
congratulations|congrats .. on .. worst|losing|ruining|delay
luxurious
slow clap
keep it up ... wrong|again|third|late
another|more .. just|exactly what i|we needed|wanted
what|such a|an .. treat|honour|honor|privilege|joy|surprise .. hours|again|they|no|not|another|you
hours|hour|days|minutes .. what a treat|joy|surprise
what a treat|joke
what|such .. stunning|wonderful|amazing|brilliant|fantastic|great|superb|lovely ... nothing|no|only|hours|music|never|nobody|again
of course .. it|its|it's .. customer|my|our .. fault|blame|who
oh|ah good|great|lovely|look|joy|goody .. another|more|again
how nice|lovely|generous|kind of
yeah|aye right
good luck .. with that|getting|reaching
nice|good|great .. going|job .. again|guys
bravo
since you know
so much for
it only took .. # {time}|hours|days|weeks|months`),
    hides: lines(`thanks|thank .. for .. making .. it|my|our|this .. great|special|easy|better|day
love how|when .. you|they .. care|always|help|treat|make
how kind|nice|lovely .. of .. them|you .. to .. help|offer|bring|give
how nice|lovely .. staff|it is
such a joy|treat|pleasure to
bravo .. team|for .. help*`),
  },
};
