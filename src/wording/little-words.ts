/** Words that begin sentences and are no part of a name. */
export const littleWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost already also although always an and another any anyone anything are around as ask at
  be because been before being below between both but by can choose could did do does doing done each either even every everybody everyone
  everything few first find for from get give goal had has have having he help her here hers his how however i if in into is it its it's just keep
  last later less let like look make many may me more most much must my near never new next no nobody none nor not nothing now of off often on once one
  only or other others our out over part people please put read say see she should since so some someone something soon start staff still such
  take tell than that the their them then there these they thing things this those through to together too under until up us use very was we
  well were what when where whether which while who why will with without work would write yes yet you your action objective task step talk`.split(
    /\s+/,
  ),
);
