#!/usr/bin/env bash
# Prove the two commands on a bare machine: a minimal Debian 12 with only python3, make and git, and a fresh clone.
#
#   sudo packaging/bare_tree.sh [FOLDER]          (TARGETS=run: only that)
#
# FOLDER (default build/bare) keeps the tree and the output of both commands. This machine's own apt and pip
# settings are lent to the tree for the run; none of them is written into the project.
set -euo pipefail

if [ -z "${BARE_TREE_INSIDE:-}" ]; then
  BARE_TREE_INSIDE=1 exec unshare --mount --propagation private -- "$0" "$@" # mounts end with this script
fi

project=$(cd "$(dirname "$0")/.." && pwd)
folder=$(realpath -m "${1:-$project/build/bare}")
tree=$folder/tree
mkdir -p "$folder"

say() { printf '\n== %s\n' "$*"; }

if [ ! -e "$folder/base.tar" ]; then
  say "Debian 12, minimal"
  # MIRROR: a Debian mirror, where debootstrap's own default can't be reached
  debootstrap --variant=minbase --include=ca-certificates,python3,make,git bookworm "$folder/base" \
    ${MIRROR:+"$MIRROR"} >"$folder/debootstrap.txt"
  tar -C "$folder/base" -cf "$folder/base.tar" .
  rm -rf "$folder/base"
fi
rm -rf "$tree" && mkdir "$tree" && tar -C "$tree" -xf "$folder/base.tar"

say "What this machine lends: apt and pip settings, certificates, names of hosts"
for lent in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/apt/auth.conf.d \
  /etc/resolv.conf /etc/hosts /etc/ssl/certs /etc/pip.conf /root/.config/pip /usr/local/share/ca-certificates; do
  if [ -e "$lent" ]; then
    mkdir -p "$tree$(dirname "$lent")"
    cp -aLT --remove-destination "$lent" "$tree$lent"
  fi
done
lend_folder() {
  mkdir -p "$tree$1"
  mount --bind -o ro "$1" "$tree$1"
}
for place in $(python3 -m pip config list 2>/dev/null | grep -oE "/[^ ,':]+" | sort -u); do
  place=$(realpath -m "${place%/simple}") # an index in a folder keeps its files beside `simple`
  case $place in /etc* | /) ;; *) [ ! -d "$place" ] || lend_folder "$place" ;; esac
done
environment=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
while IFS= read -r pair; do environment+=("$pair"); done \
  < <(env | grep -E '^(PIP_|https?_proxy=|no_proxy=|HTTPS?_PROXY=|NO_PROXY=|SSL_CERT_|REQUESTS_CA_BUNDLE=)' || true)
if [ -n "${ASSISTANT_TEST_DATA:-}" ]; then
  mkdir -p "$tree/recordings"
  mount --bind -o ro "$ASSISTANT_TEST_DATA" "$tree/recordings"
  environment+=(ASSISTANT_TEST_DATA=/recordings)
fi

mount -t proc proc "$tree/proc"
mount --rbind /sys "$tree/sys"
mount --rbind /dev "$tree/dev"
mount -t tmpfs tmpfs "$tree/run"

say "A fresh clone of $(git -C "$project" rev-parse --short HEAD)"
git clone --quiet --no-hardlinks "$project" "$tree/root/assistant"

inside() { chroot "$tree" env -i "${environment[@]}" bash -c "cd /root/assistant && $1"; }

inside 'cat /etc/debian_version; python3 --version; dpkg -l | grep -c ^ii' | tee "$folder/machine.txt"
result=0
for target in ${TARGETS:-run test}; do
  say "make $target"
  begun=$SECONDS
  inside "make $target" </dev/null 2>&1 | tee "$folder/make-$target.txt" || result=1
  echo "make $target: $((SECONDS - begun)) s" | tee -a "$folder/make-$target.txt"
done
exit "$result"
