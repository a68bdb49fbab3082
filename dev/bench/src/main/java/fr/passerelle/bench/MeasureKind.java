package fr.passerelle.bench;

/** What can be measured, in the order of the report. */
enum MeasureKind {
    PARSE("Limite : lecture typée (FastCSV)", "parse"),
    AVRO("Limite : encodage Avro", "avro"),
    COPY("Limite : COPY, lignes triées puis mois", "copy"),
    PRODUCE("Limite : journal → topic, COPY binaire", "produce"),
    CONSUME("Limite : consommateur nu, mois", "consume"),
    CONSUME_ROWS("Limite : consommateur nu, une ligne un message", "consume-rows"),
    STREAMS("Kafka Streams selon la documentation, lignes", "streams"),
    TEXTBOOK("Spring Batch selon la documentation", "textbook"),
    TEXTBOOK_TUNED("Spring Batch réglé", "textbook-tuned"),
    DUCKDB("DuckDB, sans événements", "duckdb"),
    CONNECT("Kafka Connect, source de fichier", ""),
    SHELL("psql \\copy + kcat -P", ""),
    IMPORT("Passerelle : import (état et journal)", ""),
    RELAY("Passerelle : relais vers Kafka", ""),
    IMPORT_AND_RELAY("Passerelle : fichier → état et topic", ""),
    DRAIN("Passerelle : lecture du journal (events)", ""),
    SCORE("Passerelle : topic → propositions publiables", ""),
    NIGHT("Passerelle : nuit entière", ""),
    VERIFY("Passerelle : verify --deep", ""),
    REPLAY("Passerelle : rejeu sous un autre barème", ""),
    AGAIN("Passerelle : nuit renvoyée, 1 % changé", ""),
    INCREMENT("Passerelle : nuit de 300 lignes de plus", ""),
    CLOSE("Passerelle : clôture de 40 000 salles × 24 mois", ""),
    COLD_RUNS("./passerelle runs, à froid", ""),
    COLD_BOOT("Spring Boot ordinaire, mêmes jars, à froid", "");

    private final String french;
    private final String contender;

    MeasureKind(String french, String contender) {
        this.french = french;
        this.contender = contender;
    }

    /** As the table says it. */
    String french() {
        return french;
    }

    /** The name of the process that does it; empty where it is no contender. */
    String contender() {
        return contender;
    }

    /** Whether what counts is how long it takes, whatever the rows. */
    boolean isDuration() {
        return this == INCREMENT || this == CLOSE || this == COLD_RUNS || this == COLD_BOOT;
    }
}
