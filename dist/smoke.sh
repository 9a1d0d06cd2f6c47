#!/bin/sh
# Unpacks the distribution in an empty folder and uses it there as a store would, with a nearly empty environment.
# usage: dist/smoke.sh dist/target/dmbackup-<version>.zip
set -eu
zip=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd -P)/$(basename -- "$1")
work=$(mktemp -d "${TMPDIR:-/tmp}/dmbackup-smoke.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
cd "$work"

fail() {
    echo "smoke: $1" >&2
    exit 1
}

unzip -q "$zip"
program=$(echo "$work"/dmbackup-*)
for jar in "$program"/lib/*.jar; do
    name=$(basename "$jar" .jar | sed 's/-[0-9][0-9.]*\(jre[0-9]*\)\{0,1\}$//')
    case $name in
    dmbackup-*) ;;
    *) grep -q "^$name " "$program/licences/THIRD-PARTY.txt" || fail "no licence listed for $name" ;;
    esac
done

run() {
    env -i ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} "$program/dmbackup" "$@"
}

run --version
run --help | grep -q 'cópias de segurança' || fail "no Portuguese help"

# What the window's JVM keeps between two starts is renewed by an update, and what is stale goes. Here it has no screen.
window() {
    env -i ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} HOME="$work/person" "$program/dmbackup" desktop --home nowhere \
        >window.txt 2>&1 && fail "a window without a screen"
    grep -q 'DM-724' window.txt || fail "no screen, and it says: $(cat window.txt)"
    kept=$(cd "$work/person/.cache/dmbackup" && echo *)
}
mkdir person
window
first=$kept
case $first in
*' '* | '*') fail "the window's JVM keeps: $first" ;;
desktop-*.jsa) ;;
*) fail "the window's JVM keeps: $first" ;;
esac
window
[ "$kept" = "$first" ] || fail "the same program keeps $kept in place of $first"
touch -t 203001010000 "$program"/lib/dmbackup-cli-*.jar
window
case $kept in
"$first" | *' '*) fail "after an update the window's JVM keeps: $kept" ;;
esac

# A store's first hours: a database in a folder with an accent, set up, backed up, listed, verified, restored, compared.
mkdir -p "Farmácia/terminal"
cd "Farmácia"
sql() {
    if command -v sqlite3 >/dev/null 2>&1; then
        sqlite3 "$1" "$2"
    else
        python3 -c 'import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    for row in database.execute(sys.argv[2]) if sys.argv[2].startswith("select") else database.executescript(sys.argv[2]):
        print("|".join(map(str, row)))' "$1" "$2"
    fi
}
sql loja.db "create table produto (id integer primary key, nome text, preco real);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into produto select i, 'Açúcar ' || i, i / 100.0 from n;"

run init --home loja --database loja.db --terminal terminal --yes >init.txt || fail "init: $(cat init.txt)"
grep -q 'Backup realizado no servidor e copiado para o terminal...' init.txt || fail "init made no backup"
before=$(cat loja/dmbackup.toml)
run init --home loja --yes >again.txt || fail "init again: $(cat again.txt)"
[ "$before" = "$(cat loja/dmbackup.toml)" ] || fail "a second init changed the settings"
run settings check --home loja | grep -q 'Tudo certo' || fail "settings check"
run backup --home loja >backup.txt || fail "backup: $(cat backup.txt)"
run list --home loja >list.txt || fail "list"
grep -q '[0-2][0-9]h' list.txt || fail "list shows no slot: $(cat list.txt)"
run verify --all --home loja >verify.txt || fail "verify: $(cat verify.txt)"
unzip -tq "$(echo terminal/[0-2][0-9]h/MCDados.zip)" >/dev/null || fail "unzip finds the terminal's archive damaged"
run restore --home loja --to volta.db >restore.txt || fail "restore: $(cat restore.txt)"
rows="select count(*), sum(preco), max(nome) from produto"
[ "$(sql loja.db "$rows")" = "$(sql volta.db "$rows")" ] || fail "the restored rows differ"
# What the ERP calls: starts the agent, finds it again at once, and a service would be made of the same files.
status=0
run ensure-running --home loja >started.txt 2>&1 || status=$?
[ "$status" = 0 ] || fail "ensure-running ended with $status: $(cat started.txt)"
run ensure-running --home loja --json | grep -q '"started":false' || fail "ensure-running did not find the agent"
run support bundle --home loja --to suporte.zip >/dev/null || fail "support bundle"
unzip -tq suporte.zip >/dev/null || fail "the support bundle is damaged"
run service install --dry-run --home loja >service.txt || fail "service install --dry-run: $(cat service.txt)"
grep -q 'ExecStart=' service.txt || fail "no unit is shown: $(cat service.txt)"
pid=$(pgrep -f "dmbackup-launcher.*$work") || fail "no launcher runs"
kill "$pid"
waited=0
while kill -0 "$pid" 2>/dev/null; do
    waited=$((waited + 1))
    [ "$waited" -lt 60 ] || fail "the launcher does not end"
    sleep 1
done
pgrep -f "agent --home $work" >/dev/null && fail "an agent was left behind"

mv loja/state/catalog.db lost.db
run catalog rebuild --home loja >/dev/null || fail "catalog rebuild"
run list --home loja | grep -q '[0-2][0-9]h' || fail "nothing is listed after the catalog was made anew"
status=0
run init --home outra --database nada.db --terminal nada >refused.txt 2>&1 || status=$?
[ "$status" = 2 ] && [ ! -e outra ] || fail "a wrong init ended with $status: $(cat refused.txt)"
echo "smoke: the distribution works"
