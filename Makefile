# The tasks of a developer. "make help" lists them. Maven runs on JDK 17 or newer and finds a JDK 25 by itself.
MVN ?= mvn -B
VERSION := $(shell sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
ZIP := dist/target/dmbackup-$(VERSION).zip

.DEFAULT_GOAL := help
.PHONY: help build check it slow seeds fmt fuzz demo dist smoke soak reproducible faults screenshots bench bench-till bench-watchers bench-idle bench-desktop bench-terminal bench-jmh measure-encoders clean

help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

build: ## compile and package, without tests or static checks
	$(MVN) -q -Dfast -DskipTests package

check: ## formatting, static checks and the tests of all modules except the journeys
	$(MVN) verify -pl '!journeys'

it: ## everything: also the journeys, which run the real program (what CI runs)
	$(MVN) verify

slow: ## everything, and the tests that need gigabytes or minutes
	$(MVN) verify -Dslow

fmt: ## format the sources
	$(MVN) -q spotless:apply

# One of them again: make seeds SEEDS=-Dseed=17
seeds: ## 200 orders of backups, cuts, kills, attacks and wrong clocks at the terminal, with and without a wire
	$(MVN) -q -Dfast -Dslow -pl terminal -am test -Dtest='VaultModelTest,WireModelTest' \
		-Dsurefire.failIfNoSpecifiedTests=false $(SEEDS)

# Longer, as in: make fuzz FUZZ_SECONDS=3600
FUZZ_SECONDS ?= 60
FUZZED = core:ArchiveReaderFuzzTest\#readsAnyBytes core:ArchiveReaderFuzzTest\#readsAnyIndex \
	core:ArchiveReaderFuzzTest\#readsAnyBlocks link:FrameFuzzTest\#readsAnyStream
fuzz: ## feed the readers of archives and of the link's messages with made-up bytes, a minute for each sort
	for target in $(FUZZED); do \
	  JAZZER_FUZZ=1 $(MVN) -q -Dfast -pl "$${target%%:*}" -am test -Dtest="$${target#*:}" -Djazzer.hooks=true \
	    -Djazzer.max_duration=$(FUZZ_SECONDS)s -Dsurefire.failIfNoSpecifiedTests=false || exit 1; \
	done

demo: ## a whole day of a pharmacy's backups in under a minute
	./dmbackup demo

dist: ## what a store gets: the zip in dist/target
	$(MVN) -q -Dfast -DskipTests package -pl dist -am
	@echo $(ZIP)

smoke: dist ## unpack the distribution in an empty folder and use it
	dist/smoke.sh $(ZIP)

# The soak's own settings, as in: make soak SOAK="--engine postgresql --hours 8"
SOAK ?=
soak: dist ## hours on the real clock: the distribution backs up a store that sells, and every hour is checked
	rm -rf target/soak && mkdir -p target/soak && unzip -q $(ZIP) -d target/soak
	python3 soak/soak.py --program target/soak/dmbackup-$(VERSION)/dmbackup --folder target/soak/store \
		--log target/soak/soak.log $(SOAK)

reproducible: ## build twice from nothing and compare every byte
	dist/reproducible.sh

faults: ## write docs/faults.md anew from the fault codes
	$(MVN) -q test -pl protocol -Dtest=FaultPageTest -Dupdate -Dsurefire.failIfNoSpecifiedTests=false

screenshots: ## make the pictures of docs/manual anew: every window in every language; needs Xvfb
	$(MVN) -q -Dfast test -pl journeys -am -Dtest='*GalleryTest' -Dslow -Dupdate -Dsurefire.failIfNoSpecifiedTests=false

bench: ## measure an hour against zip, pigz, 7z, zstd, restic, borg, pgBackRest and cp; writes docs/performance.md (see bench/README.md)
	MVN="$(MVN)" bench/run.sh

bench-till: dist ## what a backup costs a till that sells (see docs/gentle.md)
	rm -rf target/till && mkdir -p target/till && unzip -q $(ZIP) -d target/till
	cd bench && python3 -m till --program ../target/till/dmbackup-$(VERSION) --folder ../target/till/store $(TILL)

bench-watchers: dist ## what fifty followers of the agent cost a backup
	rm -rf target/watched && mkdir -p target/watched && unzip -q $(ZIP) -d target/watched
	cd bench && python3 -m till.watched --program ../target/watched/dmbackup-$(VERSION) \
		--folder ../target/watched/store $(WATCHED)

bench-idle: dist ## memory, processor time and ensure-running of an agent that waits; ten minutes and more
	rm -rf target/idle && mkdir -p target/idle && unzip -q $(ZIP) -d target/idle
	cd bench && python3 -m till.idle --program ../target/idle/dmbackup-$(VERSION) --folder ../target/idle/store $(IDLE)

bench-desktop: dist ## how long a person waits for the window near the clock, and its memory; needs Xvfb
	rm -rf target/desktop && mkdir -p target/desktop && unzip -q $(ZIP) -d target/desktop
	cd bench && python3 -m till.desktop --program ../target/desktop/dmbackup-$(VERSION) \
		--folder ../target/desktop/store $(DESKTOP)

# BENCH_HISTORY: hours that "make bench" left (BENCH_KEEP=1); else some are made
bench-terminal: dist ## an hour of a 1.5 GB store over 2 Mbit/s and 50 ms to its terminal, and the server lost
	rm -rf target/wire && mkdir -p target/wire && unzip -q $(ZIP) -d target/wire
	MVN="$(MVN)" bench/terminal.sh target/wire/dmbackup-$(VERSION) target/wire/store $(WIRE)

bench-jmh: ## how fast cutting, hashing, compressing and proving are, each alone, and what garbage they leave
	MVN="$(MVN)" bench/jmh.sh

measure-encoders: ## block sizes, ways of cutting and encoders on the bench's store
	MVN="$(MVN)" bench/encoders.sh

clean: ## remove everything that was built
	$(MVN) -q clean
