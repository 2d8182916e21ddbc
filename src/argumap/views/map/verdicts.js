/* Why a claim or a step has its status: found by the rules of Python's verdicts, told in the words that come with the page. */

const NONE = [];

/* From a map's compiled equations, the label of each place (1, 0, −1) and the ids set aside: a function that gives
 * the grounds of an id as [reason, [by, …]], objections first.
 */
export function judgeBy(equations, label, setAside = NONE) {
  const {ids, claims} = equations;
  const place = new Map(ids.map((id, n) => [id, n]));
  const aside = new Set(setAside.map(id => place.get(id)));
  const row = rows => n => rows[n] || NONE;
  const attackers = row(equations.attackers),
    supporters = row(equations.supporters),
    premises = row(equations.premises);
  const requires = new Set(equations.requires),
    lacking = new Set(equations.void);
  const isArgument = n => n >= claims,
    isClaim = n => n < claims;
  const labelled = (nodes, value) => nodes.filter(n => label[n] === value);
  const isGone = argument => aside.has(argument) || premises(argument).some(p => aside.has(p));
  const lacksSupport = n => requires.has(n) && supporters(n).every(s => label[s] === -1);
  const answerOf = objection =>
    labelled(attackers(objection), 1)[0] ??
    premises(objection).flatMap(p => labelled(attackers(p), 1).filter(isArgument))[0];

  function whyIn(n) {
    const answers = [],
      unsupported = [],
      incomplete = [];
    for (const objection of attackers(n).filter(a => isArgument(a) && !isGone(a))) {
      const answer = answerOf(objection);
      if (answer !== undefined) answers.push(answer);
      else (premises(objection).some(lacksSupport) ? unsupported : incomplete).push(objection);
    }
    const found = filled([
      ["answered", answers],
      ["objection-unsupported", unsupported],
      ["objection-incomplete", incomplete],
      ["contrary-falls", attackers(n).filter(c => isClaim(c) && !aside.has(c))],
    ]);
    return found.length ? found : [["unchallenged", NONE]];
  }
  function whyOut(n) {
    const against = labelled(attackers(n), 1);
    if (isClaim(n)) {
      return [
        ...filled([
          ["objected", against.filter(isArgument)],
          ["contradicted", against.filter(isClaim)],
        ]),
        ...(lacksSupport(n) ? [["unsupported", NONE]] : NONE),
      ];
    }
    return [
      ...filled([
        ["undercut", against],
        ["premise-falls", labelled(premises(n), -1)],
      ]),
      ...(lacking.has(n) ? [["incomplete", NONE]] : NONE),
    ];
  }
  function whyOpen(n) {
    const speaksAgainst = target => attackers(target).some(a => a === n || (label[a] === 0 && premises(a).includes(n)));
    const own = [],
      mutual = [],
      other = [];
    for (const objection of labelled(attackers(n), 0).filter(isArgument)) {
      if (objection === n || premises(objection).includes(n)) own.push(objection);
      else (speaksAgainst(objection) || premises(objection).some(speaksAgainst) ? mutual : other).push(objection);
    }
    const told = new Set(mutual.flatMap(premises));
    const support = requires.has(n) && !labelled(supporters(n), 1).length ? labelled(supporters(n), 0) : NONE;
    return [
      ...(own.length ? [["objects-to-itself", NONE]] : NONE),
      ...filled([
        ["conflict", mutual],
        ["rivalry", labelled(attackers(n), 0).filter(c => isClaim(c) && !told.has(c))],
        ["open-objection", other],
        ["open-premise", labelled(premises(n), 0)],
        ["open-support", support],
      ]),
    ];
  }
  const filled = grounds => grounds.filter(([, by]) => by.length);
  const why = n =>
    aside.has(n) ? [["set-aside", NONE]] : label[n] > 0 ? whyIn(n) : label[n] < 0 ? whyOut(n) : whyOpen(n);
  return id => why(place.get(id)).map(([reason, by]) => [reason, by.map(n => ids[n])]);
}

/* Grounds in the words of the page's table; `named` gives the titles that an id of a claim or a step is known by. */
export function tellGrounds(table, grounds, named) {
  const ofObjections = grounds.filter(([reason]) => table.reasons[reason][0].includes("{objections}")).length;
  const [theOne, all, one, some] = table.objections;
  return grounds
    .map(([reason, by = NONE]) => {
      const several = by.length > 1;
      const subject = ofObjections > 1 ? (several ? some : one) : several ? all : theOne;
      const words = table.reasons[reason][Number(several)]
        .replace("{objections}", subject)
        .replace("{count}", by.length.toLocaleString("en"));
      return by.length ? `${words} ${joined(named(by[0]))}` : words;
    })
    .join(table.joiner);
}
const joined = names => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join(""));
