// Time cut into periods that can be drawn side by side: months, years, decades or centuries, whichever are few enough.

// Every step with how many of its periods are few enough, the key of the period that a month "2015-05" belongs to, and the one behind it.
const STEPS = [
  { name: "month", most: 48, key: (month) => month, next: nextMonth },
  { name: "year", most: 60, key: (month) => month.slice(0, 4), next: (year) => padded(Number(year) + 1) },
  { name: "decade", most: 60, key: (month) => `${month.slice(0, 3)}0`, next: (year) => padded(Number(year) + 10) },
  { name: "century", most: 100, key: (month) => `${month.slice(0, 2)}00`, next: (year) => padded(Number(year) + 100) },
];

function padded(year) {
  return String(year).padStart(4, "0");
}

function nextMonth(month) {
  const [year, number] = month.split("-").map(Number);
  return number < 12 ? `${padded(year)}-${String(number + 1).padStart(2, "0")}` : `${padded(year + 1)}-01`;
}

// The periods of these counts by month, in order and without gaps: {step, periods: [{key, from, to, count}]}.
function periodsOf(counts) {
  const months = counts.filter(([month]) => /^\d{4}(-\d\d)?$/.test(month)).map(([month, count]) => [month.padEnd(7, "-01"), count]);
  if (!months.length) return { step: "year", periods: [] };
  const sorted = months.map(([month]) => month).sort();
  for (const step of STEPS) {
    const keys = keysBetween(step, step.key(sorted[0]), step.key(sorted.at(-1)));
    if (keys) return { step: step.name, periods: summed(step, keys, months) };
  }
  return { step: "century", periods: [] };
}

function keysBetween(step, first, last) {
  const keys = [];
  for (let key = first; key <= last && key.length === first.length; key = step.next(key)) {
    if (keys.push(key) > step.most) return null;
  }
  return keys;
}

function summed(step, keys, months) {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const [month, count] of months) counts.set(step.key(month), (counts.get(step.key(month)) ?? 0) + count);
  return keys.map((key) => ({ key, ...bounds(step.name, key), count: counts.get(key) }));
}

function bounds(step, key) {
  const years = { decade: 9, century: 99 }[step];
  return { from: key, to: years ? padded(Number(key) + years) : key };
}

function periodName(step, key) {
  return step === "decade" || step === "century" ? `${key}s` : dated(key);
}
