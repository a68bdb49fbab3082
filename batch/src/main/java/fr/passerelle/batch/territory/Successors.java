package fr.passerelle.batch.territory;

import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which EPCI comes after one that the facts no longer have, since it merged or split. */
public final class Successors {

    private final JdbcClient jdbc;
    private final PayloadReader payloads;
    private final ReferenceFacts facts;

    /** @param facts those of today */
    public Successors(DataSource dataSource, ReferenceFacts facts) {
        this.jdbc = JdbcClient.create(dataSource);
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.facts = facts;
    }

    /** Whether the facts no longer have an EPCI. A commune that has none is no EPCI. */
    public boolean isGone(String epci) {
        return !epci.equals(Partitions.WITHOUT_EPCI) && !facts.knows(epci);
    }

    /** The EPCI that holds a commune today; empty where none does. */
    public Optional<String> holding(String insee) {
        return facts.resolve(insee) instanceof ReferenceFacts.Resolution.Known(Commune commune, String epci)
                        && !epci.equals(Partitions.WITHOUT_EPCI)
                ? Optional.of(epci)
                : Optional.empty();
    }

    /**
     * The EPCI that holds today most inhabitants of the communes that one had when it was last described, as they were counted then; the
     * lowest SIREN of equals. Empty where it was never described, or none holds any.
     */
    public Optional<String> ofMostInhabitants(String gone) {
        Map<String, Long> inhabitants = jdbc
                .sql("select payload, schema_fingerprint from passerelle.epci where epci = :epci")
                .param("epci", gone)
                .query((row, i) -> payloads.read(row.getBytes(1), row.getLong(2), EpciDescribed.class))
                .optional()
                .stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .filter(commune -> holding(commune.getInsee()).isPresent())
                .collect(Collectors.groupingBy(
                        commune -> holding(commune.getInsee()).orElseThrow(),
                        Collectors.summingLong(Commune::getPopulation)));
        return inhabitants.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
