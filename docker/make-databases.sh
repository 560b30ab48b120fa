#!/bin/sh
# Runs once, when the server's data directory is new: a database for each service, which only its own user may enter.
set -eu
for service in screening ticketing notification; do
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set service="$service" <<'SQL'
\set password `cat /run/secrets/:service`
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke all on database :"service" from public;
SQL
done
