#!/bin/sh
# sh secrets.sh: makes what is missing in secrets/ (passwords, a certificate for trying out); what is there stays.
# Needs openssl. The folder is closed to others; the files in it are readable, because containers run as accounts of their own.
set -eu
cd "$(dirname "$0")"
host=${BANNETTE_HOSTNAME:-$(sed -n 's/^BANNETTE_HOSTNAME=//p' .env 2>/dev/null || true)}
[ -n "$host" ] || { echo "BANNETTE_HOSTNAME is not set, nor in docker/.env" >&2; exit 2; }
umask 077
mkdir -p secrets
chmod 0700 secrets

random() { openssl rand -hex 24; }
keep() { # NAME: keeps standard input, unless the secret is there
  if [ -e "secrets/$1" ]; then cat >/dev/null; return; fi
  cat >"secrets/$1.new"
  chmod 0444 "secrets/$1.new"
  mv "secrets/$1.new" "secrets/$1"
  echo "made secrets/$1"
}
value() { cat "secrets/$1"; }
# As Alfresco keeps its first administrator's password: MD4 of UTF-16.
md4() { printf %s "$1" | sed 's/./&\n/g' | tr '\n' '\000' | openssl dgst -md4 -provider legacy -provider default | sed 's/.*= *//'; }

[ "$(md4 admin)" = 209c6174da490caeb422f3fa5a7ae634 ] || { echo "this openssl has no MD4 (provider legacy)" >&2; exit 3; }
random | keep alfresco_admin_password
random | keep alfresco_database_password
random | keep broker_alfresco_password
random | keep broker_bannette_password
random | keep database_password
random | keep keycloak_admin_password
random | keep keycloak_database_password
random | keep metrics_token
random | keep search_shared_secret
: | keep smtp_url
keep database_url <<X
postgres://bannette:$(value database_password)@database:5432/bannette
X
keep broker_passwords <<X
alfresco.password=$(value broker_alfresco_password)
bannette.password=$(value broker_bannette_password)
X
# The last two belong to the key store that the image brings, and are known to everybody: with a store of your own, change them.
keep alfresco_options <<X
-Ddb.password=$(value alfresco_database_password)
-Dmessaging.broker.password=$(value broker_alfresco_password)
-Dsolr.sharedSecret=$(value search_shared_secret)
-Dalfresco_user_store.adminpassword=$(md4 "$(value alfresco_admin_password)")
-Dmetadata-keystore.password=mp6yc0UD9e
-Dmetadata-keystore.metadata.password=oKIWzVdEdA
X
keep search_options <<X
-Dalfresco.secureComms.secret=$(value search_shared_secret)
X
keep keycloak_conf <<X
db-password=$(value keycloak_database_password)
bootstrap-admin-username=admin
bootstrap-admin-password=$(value keycloak_admin_password)
X
if [ ! -e secrets/tls_certificate ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" -keyout secrets/.key -out secrets/.certificate 2>/dev/null
  keep tls_key <secrets/.key
  keep tls_certificate <secrets/.certificate
  rm -f secrets/.key secrets/.certificate
  echo "secrets/tls_certificate is for trying out: browsers will warn. Put the authority's certificate, its key and its issuer there."
fi
keep tls_authority <secrets/tls_certificate
