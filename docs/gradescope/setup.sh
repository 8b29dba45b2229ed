#!/usr/bin/env bash
# Installs what the program needs beside itself; Gradescope runs it once, when the image is made.
set -e
apt-get update -q
apt-get install -y -q python3 libreadline8 libcmark-gfm0.29.0.gfm.6 libcmark-gfm-extensions0.29.0.gfm.6 \
  || apt-get install -y -q python3 libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
chmod +x /autograder/source/gradus
