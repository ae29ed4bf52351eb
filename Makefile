# The two commands of the README, and the ones of everyday work.
#   make run    installs what is missing, builds, runs the example study
#   make test   installs what is missing, builds, runs every test
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test build asan bench format tidy packages clean

JOBS ?= 2
STUDY ?= studies/phase1-2024.toml
OUT ?= results/$(basename $(notdir $(STUDY)))
FORMATTED = $(shell git ls-files --cached --others --exclude-standard -- '*.cpp' '*.hpp')

help:
	@echo "make run     install what is missing, build, run $(STUDY), say where the report is"
	@echo "make test    install what is missing, build, run every test"
	@echo "make build   install what is missing, build"
	@echo "make asan    build with the address and undefined-behaviour sanitizers, run every test"
	@echo "make bench   build and run the benchmarks"
	@echo "make format  lay out the sources with clang-format"
	@echo "make tidy    look for faults with clang-tidy (a list of files: make tidy FILES='src/core/csv.cpp')"
	@echo "make clean   remove what was built; results stay"

run: build
	@echo "== Running $(STUDY); the results go to $(OUT)"
	@build/release/azoo run $(STUDY) --out $(OUT) --force

test: build
	@echo "== Running every test, $(JOBS) at a time"
	@ctest --preset release --jobs $(JOBS)

build: packages
	@echo "== Building (release preset, $(JOBS) jobs)"
	@cmake --preset release --log-level=WARNING > /dev/null
	@cmake --build --preset release --parallel $(JOBS)

packages:
	@cmake/install_packages.sh packages.txt

asan: packages
	@echo "== Building with sanitizers and running every test; this takes several times as long as make test"
	@cmake --preset asan --log-level=WARNING > /dev/null
	@cmake --build --preset asan --parallel $(JOBS)
	@ctest --preset asan --jobs $(JOBS)

bench: build
	@for program in build/release/bench/*_bench; do \
	  [ -x "$$program" ] || { echo "There are no benchmarks yet."; exit 0; }; \
	  echo "== $$(basename $$program)"; "$$program"; \
	done

format:
	@cmake/install_packages.sh <(echo clang-format)
	@clang-format -i $(FORMATTED)

tidy:
	@cmake/install_packages.sh packages.txt <(echo clang-tidy)
	@cmake --preset dev --log-level=WARNING > /dev/null
	@echo "== clang-tidy"
	@printf '%s\n' $(or $(FILES),$(filter src/%.cpp apps/%.cpp,$(FORMATTED))) | \
	  xargs -P $(JOBS) -n 1 clang-tidy -p build/dev --quiet

clean:
	@rm -rf build
