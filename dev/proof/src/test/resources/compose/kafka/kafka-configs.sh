#!/usr/bin/env bash
# The published tool, by its class.
exec java ${KAFKA_HEAP_OPTS:-} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "/opt/kafka/libs/*" kafka.admin.ConfigCommand "$@"
