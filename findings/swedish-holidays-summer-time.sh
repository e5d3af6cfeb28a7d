#!/bin/sh
# Seen 2026-11-30: swedish-holidays 1.1.2.
# swedish-holidays 1.1.2 gives each feast as midnight UTC of its day. Run in Swedish time, in years when summer time begins between Easter and the
# feast, annandag påsk, Kristi himmelsfärdsdag, pingstafton and pingstdagen come an hour early: their `date` written as ISO is a day before their
# own `day`. So it is in 25 years of 1990-2100, 2027 the next, and never in UTC, where the tests of a server run. It also has 6 June as a public holiday before 2005, when it became one.
# A period that ends on such a day and moves on to the next working day (lag 1930:173) is a day wrong in one place and right in the other. This
# program reckons the holidays by rule on calendar days, without a clock (shared/domain/klocka), and its tests have a second opinion.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . swedish-holidays@1.1.2 >&2
cat >see.cjs <<'JS'
const { getHolidays } = require('swedish-holidays');
const two = (n) => String(n).padStart(2, '0');
const years = new Set();
for (let year = 1990; year <= 2100; year += 1)
  for (const { day, month, date } of getHolidays(year)) {
    // A `date` is midnight UTC of its day, in every zone and of every other feast.
    if (date.getTime() !== Date.UTC(year, month - 1, day)) years.add(year);
  }
const pentecost = getHolidays(2027).find(({ name }) => name === 'Pingstdagen');
const flag = getHolidays(2004).find(({ day, month }) => day === 6 && month === 6);
console.log(`${process.env.TZ}: years with a feast that is not at midnight UTC: expected 0, seen ${years.size}`);
console.log(`  Pingstdagen 2027: day ${two(pentecost.month)}-${two(pentecost.day)}, date ${pentecost.date.toISOString()}`);
console.log(`  6 June 2004 a public holiday: expected false, seen ${flag?.isPublicHoliday}`);
const expected = process.env.TZ === 'UTC' ? 0 : Number(process.argv[2]);
process.exitCode = years.size === expected && flag?.isPublicHoliday === true ? 0 : 1;
JS
echo "swedish-holidays $(node -p "require('./node_modules/swedish-holidays/package.json').version")"
for zone in UTC Europe/Stockholm; do
  if ! TZ=$zone node see.cjs 25; then
    echo 'changed: what is said above is no longer so' >&2
    exit 1
  fi
done
