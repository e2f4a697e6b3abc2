# Demarche. `make help` lists what there is; `make demo` and `make test` do their own set-up.
SHELL := /bin/bash
PREFIX ?= /usr/local
# The toolchain on the PATH, else where its packages and installers usually put it.
SWIFT ?= $(firstword $(shell command -v swift) $(wildcard /opt/swift*/usr/bin/swift /usr/local/swift*/usr/bin/swift \
    $(HOME)/.local/share/swiftly/bin/swift) swift)
# An environment without a PATH still finds the linker and the system's tools.
export PATH := $(if $(PATH),$(PATH),/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
PROGRAM := .build/release/demarche
RELEASE := -c release --static-swift-stdlib --product demarche
export SWIFT

.PHONY: help demo build test bench parity fuzz lint format docs clean install deps model model-md

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

deps: ## install the Debian packages that are missing
	@scripts/install-packages.sh

model: deps ## download the language model and verify it
	@scripts/install-model.sh sm

model-md: deps ## download the model with word vectors too
	@scripts/install-model.sh md

build: model ## build the program with its model and data
	@$(SWIFT) build $(RELEASE)
	@scripts/install-places.sh $(PROGRAM)

demo: build ## code the project's sample report and print its events
	@scripts/demo.sh

test: model ## set up and run every test
	@$(SWIFT) build --build-tests
	@scripts/install-places.sh .build/debug/demarche
	@SWIFT_BACKTRACE=enable=no $(SWIFT) test --skip-build

bench: build ## measure speed, memory and start-up against spaCy, and queries over a million events
	@scripts/bench.sh
	@scripts/bench-store.sh

parity: build ## compare every layer with spaCy's over TEXT=folder
	@scripts/parity.sh "$(TEXT)"

fuzz: model ## run libFuzzer on every reader, FUZZ_SECONDS=60 each
	@scripts/fuzz.sh

lint: ## check formatting and the rules of the code
	@scripts/lint.sh

format: ## format all Swift code
	@$(SWIFT) format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests Fuzz

docs: deps ## write the reference of every module to .build/docs
	@scripts/docs.sh

install: build ## install program and data below PREFIX
	@scripts/install-program.sh "$(PREFIX)"

clean: ## remove what was built; downloads and the model stay
	@rm -rf .build
