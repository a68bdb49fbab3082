package fr.passerelle.bench;

/** What is measured, in the order of the report. */
enum MeasureKind {
    COPY("Limite : COPY, lignes triées puis mois"),
    CONSUME("Limite : consommateur nu, mois"),
    CONSUME_ROWS("Limite : consommateur nu, une ligne un message"),
    STREAMS("Kafka Streams selon la documentation, lignes"),
    TEXTBOOK("Spring Batch selon la documentation"),
    TEXTBOOK_TUNED("Spring Batch réglé"),
    IMPORT("Passerelle : import (état et journal)"),
    RELAY("Passerelle : relais vers Kafka"),
    IMPORT_AND_RELAY("Passerelle : fichier → état et topic"),
    DRAIN("Passerelle : lecture du journal (events)"),
    NIGHT("Passerelle : nuit entière"),
    AGAIN("Passerelle : nuit renvoyée, 1 % changé"),
    REPLAY("Passerelle : rejeu sous un autre barème"),
    CLOSE("Passerelle : clôture de 40 000 salles × 24 mois"),
    COLD_RUNS("./passerelle runs, à froid"),
    COLD_BOOT("Spring Boot ordinaire, mêmes jars, à froid");

    final String french;

    MeasureKind(String french) {
        this.french = french;
    }

    boolean isDuration() {
        return this == CLOSE || this == COLD_RUNS || this == COLD_BOOT;
    }
}
