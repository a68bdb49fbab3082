package fr.passerelle.batch.run;

import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the result of a run depends on, as one SHA-256: inputs, mapping, reference tables, barème, as-of month, kind, month of the night
 * and last decision. That the run before it is the last completed one is compared apart.
 */
@Component
public record RunIdentity(JdbcClient jdbc, ReferenceFacts facts) {

    /** 64 lower-case hexadecimal digits. */
    public String of(RunKind kind, RunParameters asked, Bareme bareme) {
        Sha256 digest = new Sha256();
        digest.add("kind", kind.name());
        digest.add("night", asked.night() == null ? null : YearMonth.from(asked.night()));
        digest.add("as-of", asked.asOf());
        digest.add("bareme", bareme.sha256());
        asked.inputs().forEach(input -> {
            digest.add(input.role().name(), input.sha256());
            digest.add("mapping", input.mapping());
        });
        asked.withdrawals().forEach(withdrawal -> digest.add("withdrawal", withdrawal.sha256()));
        digest.add("decision", lastDecision());
        digest.add("facts", facts.sha256());
        addTables(digest);
        return digest.hex();
    }

    /** A copy for another EPCI follows from the decision and from the facts. */
    private String lastDecision() {
        return jdbc.sql("select max(decision_no) from passerelle.decision where carried_from is null")
                .query(Long.class)
                .optional()
                .map(String::valueOf)
                .orElse("null");
    }

    private static void addTables(Sha256 digest) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath*:tables/*.json");
            Arrays.sort(resources, Comparator.comparing(resource -> String.valueOf(resource.getFilename())));
            for (Resource resource : resources) {
                try (InputStream in = resource.getInputStream()) {
                    digest.add(String.valueOf(resource.getFilename()), Sha256.of(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What is shipped with the program cannot be read", e);
        }
    }
}
