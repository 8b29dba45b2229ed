# `make run` starts the prompt with a neuron ready to step through; `make test` passes the tests.
# Both install what is missing first (Debian and its relatives; elsewhere install it by hand).

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
EXAMPLE := lessons/04-one-neuron/neuron.grad
EXAMPLES := $(sort $(wildcard lessons/*/*.grad)) $(sort $(wildcard programs/*.grad))

PIP := python3 -m pip install -q

.PHONY: run test lint manual install install-dependencies install-test-dependencies clean

run: install-dependencies
	swift build -c release --static-swift-stdlib --product gradus
	@if [ -t 0 ] && [ -t 1 ]; then \
	  .build/release/gradus --load $(EXAMPLE); \
	else \
	  for program in $(EXAMPLES); do echo "# $$program"; .build/release/gradus run $$program || exit 1; done; \
	fi

test: install-test-dependencies
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --disable-xctest --skip-build
	python3 -m pytest -q -n auto --dist worksteal Tests/Contract
	python3 -m pytest -q -n auto --dist worksteal Tests/Terminal Tests/Page

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# The manual page, from the same definitions as --help: .build/plugins/GenerateManual/outputs
manual: install-dependencies
	swift package --disable-sandbox --allow-writing-to-package-directory generate-manual --configuration debug

install-dependencies:
	@[ -e /usr/include/readline/readline.h -a -e /usr/include/cmark-gfm-core-extensions.h -a -e /usr/include/cmark-gfm.h ] \
	  || { $(SUDO) apt-get update -q \
	    && $(SUDO) apt-get install -y -q libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev; }

# Pages are opened in Chromium; where it is not to be had, what needs it is skipped and says so.
# PyTorch runs the exported scripts; its build without CUDA, where it is to be had, is a tenth of the size.
TEST_PACKAGES := pytest pytest-xdist pexpect jsonschema junitparser 'tap.py[yaml]'

install-test-dependencies: install-dependencies
	@python3 -c 'import pytest, xdist, pexpect, jsonschema, junitparser, tap, yaml, more_itertools, torch' 2>/dev/null \
	  || { $(PIP) $(TEST_PACKAGES) && { $(PIP) 'torch==2.13.0+cpu' 2>/dev/null || $(PIP) torch numpy; }; } \
	  || { $(PIP) --break-system-packages $(TEST_PACKAGES) torch numpy; }
	@python3 -c 'import playwright' 2>/dev/null \
	  || $(PIP) playwright || $(PIP) --break-system-packages playwright || true
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null \
	  || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core; } || true

# The program and the course; the program finds the lessons beside itself, in ../share/gradus.
PREFIX := /usr/local
CONFIGURATION := release

install:
	swift build -c $(CONFIGURATION) $(if $(filter release,$(CONFIGURATION)),--static-swift-stdlib) --product gradus
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/gradus'
	install -m 755 .build/$(CONFIGURATION)/gradus '$(DESTDIR)$(PREFIX)/bin/gradus'
	rm -rf '$(DESTDIR)$(PREFIX)/share/gradus/lessons'
	cp -R lessons '$(DESTDIR)$(PREFIX)/share/gradus/lessons'

clean:
	rm -rf .build .build-*
