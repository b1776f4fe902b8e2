/** A: safe wherever it stands. B: a suggestion, right more often than not; an editor decides. */
export type Tier = 'A' | 'B';

/** Kinds of line: `p` stands as it is, `v` is a verb in all its forms, `n` a noun with its plural. */
export interface LexiconLine {
  readonly tier: Tier;
  readonly kind: 'p' | 'v' | 'n';
  readonly from: string;
  readonly to: string;
}

// Written for reports of public bodies by looking at their sentences. Terms of law are never in it: they are explained instead.
const safe = `
p in order to|to
p so as to|to
p for the purpose of|for
p for the purposes of|for
p prior to|before
p in advance of|before
p subsequent to|after
p subsequently|later
p in addition to|as well as
p in addition,|also,
p additionally,|also,
p furthermore,|also,
p moreover,|also,
p in relation to|about
p in respect of|about
p with regard to|about
p with regards to|about
p with respect to|about
p in regard to|about
p regarding|about
p pertaining to|about
p in connection with|about
p in the event of|if there is
p in the event that|if
p in the absence of|without
p in conjunction with|with
p a wide range of people|many different people
p perform better|do better
p review the|look again at the
p reviews the|looks again at the
p reviewed the|looked again at the
p a range of people|different people
p objectives|goals
p is responsible for the|is in charge of the
v reduce|cut
v provide|give
p in partnership with|together with
p in collaboration with|together with
p in excess of|more than
p a number of|several
p a variety of|different
p the majority of|most
p the vast majority of|most
p a large number of|many
p a significant number of|many
p a large proportion of|many
p a small number of|a few
p due to the fact that|because
p owing to the fact that|because
p in view of the fact that|because
p despite the fact that|although
p on the grounds that|because
p as a result of|because of
p as a consequence of|because of
p on account of|because of
p by virtue of|because of
p as a consequence,|so
p consequently,|so
p therefore,|so
p thus,|so
p hence,|so
p accordingly,|so
p however,|but
p nevertheless,|but
p nonetheless,|but
p at the present time|now
p at this point in time|now
p at present|now
p currently|now
p presently|now
p on a regular basis|regularly
p on an annual basis|each year
p on a monthly basis|each month
p on a daily basis|each day
p annually|each year
p quarterly|4 times a year
p during the course of|during
p in the course of|during
p until such time as|until
p by means of|by
p via|through
p upon|on
p whilst|while
p amongst|among
p amid|during
p thereby|in this way
p approximately|about
p in close proximity to|near
p adjacent to|next to
p beneath|under
p is able to|can
p are able to|can
p has the ability to|can
p have the ability to|can
p has the capacity to|can
p is required to|must
p are required to|must
p is obliged to|must
p are obliged to|must
p are responsible for|are in charge of
p has responsibility for|is in charge of
p is comprised of|is made up of
p is composed of|is made up of
p are composed of|are made up of
p consists of|is made up of
p consist of|are made up of
p comprises|is made up of
p is intended to|is meant to
p are intended to|are meant to
p takes into account|thinks about
p take into account|think about
p taking into account|thinking about
p takes into consideration|thinks about
p take into consideration|think about
p as well as|and also
p such as|like
p for example,|for example
p including but not limited to|for example
p inter alia|among other things
p per annum|a year
p per day|a day
p per week|a week
p per month|a month
p with the exception of|except
p with the aim of|to try
p in terms of|in
p in favour of|for
p on behalf of|for
p in spite of|despite
p irrespective of|whatever
p regardless of|whatever
p each and every|every
p first and foremost,|first,
p it is important to note that|
p it should be noted that|
p it is worth noting that|
p primarily|mainly
p predominantly|mainly
p principally|mainly
p solely|only
p merely|only
p frequently|often
p occasionally|sometimes
p rapidly|quickly
p swiftly|quickly
p promptly|quickly
p initially|at first
p originally|at first
p ultimately|in the end
p eventually|in the end
p previously|before
p formerly|before
p entire|whole
p numerous|many
p multiple|many
p sufficient|enough
p adequate|enough
p adequately|well enough
p insufficient|too little
p substantial|large
p considerable|large
p significantly|a lot
p substantially|a lot
p considerably|a lot
p vital|very important
p crucial|very important
p fundamental|basic
p principal|main
p primary aim|main aim
p key priority|main aim
p initial|first
p additional|more
p further information|more information
p further details|more details
p beneficial|helpful
p detrimental|harmful
p challenging|hard
p complex|hard to understand
p comprehensive|full
p proactively|without being asked
p timely|on time
p bi-monthly|once in 2 months
p bi-annually|twice a year
p fortnightly|once in 2 weeks
p ongoing|still going on
p forthcoming|coming
p transparent|open
p mandatory|something you must do
p lethal|deadly
p prominent|well known
p renowned|famous
p populous|with many people
p erroneous|wrong
v utilise|use
v utilize|use
v commence|start
v terminate|end
v cease|stop
v conclude|end
v endeavour|try
v attempt|try
v assist|help
v enable|help
v facilitate|help
v purchase|buy
v obtain|get
v acquire|get
v maintain|keep
v demonstrate|show
v illustrate|show
v indicate|show
v highlight|show
v outline|show
v notify|tell
v request|ask for
v enquire|ask
v participate|take part
v reside|live
v depart|leave
v construct|build
v establish|set up
v implement|carry out
v undertake|do
v conduct|do
v finalise|finish
v ensure|make sure
v identify|find
v determine|find out
v ascertain|find out
v discover|find
v locate|find
v select|choose
v elect|choose
v possess|have
v supply|give
v distribute|give out
v allocate|give
v enhance|improve
v accelerate|speed up
v diminish|get smaller
v alter|change
v amend|change
v modify|change
v revise|change
v adapt|change
v transform|change
v monitor|check
p deliver services|give services
p delivers services|gives services
p delivering services|giving services
p was published|came out
p were published|came out
p shall|will
p take place|happen
p takes place|happens
p took place|happened
p on an ongoing basis|all the time
p seeks to|tries to
p seek to|try to
p has been completed|is done
p have been completed|are done
p was completed|was finished
p were completed|were finished
v evaluate|check
v assess|check
v examine|look at
v explore|look at
v investigate|look into
v consider|think about
p consider that|think that
p considers that|thinks that
p considered that|thought that
v anticipate|expect
v collaborate|work together
v liaise|talk
v engage with|talk to
v consult with|talk to
v appoint|choose
v tackle|deal with
v resolve|sort out
v prevent|stop
v prohibit|ban
v permit|let
v restrict|limit
v submit|send in
v circulate|send round
v disseminate|send round
v compile|put together
v incorporate|include
v remain|stay
v reveal|show
v depict|show
v portray|show
v occur|happen
v emerge|appear
v perish|die
v collide|crash
n individual|person
n assistance|help
n commencement|start
n methodology|method
n initiative|plan
n strategy|long-term plan
n opportunity|chance
n employee|worker
n stakeholder|person with an interest
n vacancy|open job
n location|place
n settlement|village
n dwelling|home
n residence|home
n physician|doctor
n beverage|drink
`;

const suggested = new Set(
  `regarding;a range of;a variety of;in line with;in accordance with;such as;as well as;in terms of;robust;comprehensive;complex;
visible;mandatory;ongoing;transparent;timely;currently;regularly;previously;originally;multiple;additional;initial;significantly;substantially;considerably;
substantial;considerable;populous;complete;conclude;increase;decrease;reduce;extend;address;attend;require;maintain;retain;outline;highlight;indicate;advise;
perform;conduct;undertake;deliver;provide;supply;promote;progress;embed;encourage;recruit;explore;review;assess;monitor;evaluate;consider;engage with;enable;
establish;determine;identify;implement;acquire;elect;contain;comprise;accompany;expand;transform;adapt;revise;foster;submit;publish;strengthen;locate;
objectives;aims to;aim to;aimed to;a wide range of people;perform better;review the;reviews the;reviewed the;is responsible for the;strategy;initiative;component;settlement;vehicle;requirement;barrier;colleague;stakeholder;provider;opportunity;individual;objective;
is responsible for;are responsible for;primary aim;key priority;consists of;consist of;comprises;whatever;irrespective of;regardless of;challenging;prominent;
further details;key;however,;with the aim of;amid;upon;initially;adequate;proactively;fundamental;respond;conclude;facilitate;liaise;restrict;permit;
cease;attempt;remain;reveal;emerge;demonstrate;illustrate;sufficient;insufficient;entire;subsequently;numerous;in favour of;on behalf of;in partnership with;
in collaboration with;principal;beneficial;timely;per day;therefore,;thus,;hence,;consequently,;accordingly,;presently;formerly;eventually;ultimately;discover;
select;appoint;obtain;inform;notify;tackle;resolve;prevent;minimise;maximise;accelerate;incorporate;compile;possess;reside;construct;depart;vacancy;employee;
location;completion;perish;collide;occur;finalise;investigate;examine;anticipate;collaborate;alter;amend;modify;enhance;depict;portray;
is able to;are able to;forthcoming;renowned;promptly;for the purpose of;for the purposes of;in the absence of;thereby;
adjacent to;is intended to;are intended to;erroneous;allocate;distribute;diminish;essential;vital;crucial;solely;merely;primarily;quarterly;request;assist;ensure`
    .split(';')
    .map((one) => one.trim())
    .filter((one) => !surelySafe().has(one)),
);

/** Verbs and words of the long list above that were looked at in a hundred sentences and are safe after all. */
function surelySafe(): ReadonlySet<string> {
  return new Set(
    'ensure;assist;numerous;in partnership with;in collaboration with;therefore,;thus,;consequently,;is able to;are able to;essential;vital;crucial;primarily;solely;merely;enhance;amend;collaborate;eventually;ultimately;discover;occur;obtain;quarterly;formerly;reside;finalise;minimise;construct'.split(
      ';',
    ),
  );
}

/** Every line, longest first: "a wide range of" is found before "a range of". */
export const lexicon: readonly LexiconLine[] = safe
  .trim()
  .split('\n')
  .map((line): LexiconLine => {
    const [from = '', to = ''] = line.slice(2).split('|');
    return { tier: suggested.has(from) ? 'B' : 'A', kind: line[0] as LexiconLine['kind'], from, to };
  })
  .sort((a, b) => b.from.length - a.from.length || (a.from < b.from ? -1 : 1));
