#!/bin/sh
# Makes the secrets of a house in the directory named: each once, what is there stays. Needs openssl.
#
#   database/{postgres,screening,ticketing,notification}   passwords, for the database server
#   screening/…  ticketing/…  notification/…               what one service reads with spring.config.import=configtree:
#
# The files can be read by anybody who can reach them; give each directory to its one reader and to nobody else.
set -eu
cd "$1"

# The rest of the line says what to put into the file, unless it is there.
once() {
  file=$1
  shift
  [ -s "$file" ] && return
  mkdir -p "$(dirname "$file")"
  "$@" >"$file.new"
  mv "$file.new" "$file"
}

random() {
  openssl rand -base64 32
}

# A private JWK set with one new key on P-256. The places are those of RFC 5915: the number d, then the point (x, y).
token_keys() {
  key=$(mktemp)
  openssl ecparam -name prime256v1 -genkey -noout -outform DER >"$key"
  printf '{"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","d":"%s","x":"%s","y":"%s"}]}\n' \
    "$(openssl rand -hex 16)" "$(number "$key" 8)" "$(number "$key" 58)" "$(number "$key" 90)"
  rm "$key"
}

# 32 bytes of the file from this place on, in base64url.
number() {
  tail -c "+$2" "$1" | head -c 32 | openssl base64 -A | tr '+/' '-_' | tr -d '='
}

once database/postgres random
for service in screening ticketing notification; do
  once "database/$service" random
  once "$service/spring.datasource.password" cat "database/$service"
done
once screening/token-keys.json token_keys
once ticketing/houselights.link-key random
