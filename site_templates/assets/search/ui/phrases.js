// What is said to the reader: kinds, numbers and dates in words.

const KINDS = {
  articles: ["Article", "Articles"],
  people: ["Person", "People"],
  organizations: ["Organization", "Organizations"],
  places: ["Place", "Places"],
  initiatives: ["Initiative", "Initiatives"],
  events: ["Event", "Events"],
  things: ["Thing", "Things"],
  guide: ["Guide", "Guide"],
};

const MONTHS = "January February March April May June July August September October November December".split(" ");

const NUMBERS = new Intl.NumberFormat("en");

// "1,234".
function grouped(number) {
  return NUMBERS.format(number);
}

// "1 article", "1,234 articles".
function counted(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

// "2015-05-07" as "May 7, 2015", "2015-05" as "May 2015"; what is no such date stays as it is.
function dated(value) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!name) return value;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}

// What stands below a title: when, where, or what else is known in a line.
function told(result) {
  return [result.date && dated(result.date), result.source, result.note].filter(Boolean).join(" · ");
}

function kindOf(result) {
  return (KINDS[result.kind] ?? [result.kind])[0];
}
