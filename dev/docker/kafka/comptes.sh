#!/usr/bin/env bash
# Runs once Kafka answers: the accounts of Passerelle, with the passwords of the database's. What they may do is given by "register". By PLAIN
# the server alone signs in, to itself, and this.
set -euo pipefail

cat >/tmp/client.properties <<PROPERTIES
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="passerelle" password="$PASSERELLE_PASSWORD";
ssl.truststore.type=PEM
ssl.truststore.location=/autorite/autorite.crt
PROPERTIES

account() {
    /opt/kafka/bin/kafka-configs.sh --bootstrap-server kafka:9092 --command-config /tmp/client.properties --alter \
        --entity-type users --entity-name "$1" --add-config "SCRAM-SHA-512=[password=$2]"
}

account passerelle "$PASSERELLE_PASSWORD" &
account passerelle_batch "$BATCH_PASSWORD" &
account passerelle_events "$EVENTS_PASSWORD" &
account passerelle_console "$CONSOLE_PASSWORD" &
account passerelle_analyst "$ANALYST_PASSWORD" &
while (($(jobs -p | wc -l))); do wait -n; done
