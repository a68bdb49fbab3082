package fr.passerelle.batch.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.published.run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the result of a run depends on, as one SHA-256: inputs, mapping, reference tables, barème, as-of month,
 * kind, month of the night and last decision.
 * That the run before it is the last completed one is compared apart.
 */
@Component
public class RunIdentity {

    private static final String TABLES = "classpath*:tables/*.json";

    private final JdbcClient jdbc;
    private final ReferenceFacts facts;

    RunIdentity(JdbcClient jdbc, ReferenceFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** 64 lower-case hexadecimal digits. */
    public String of(RunKind kind, RunParameters asked, Bareme bareme) {
        MessageDigest digest = sha256();
        add(digest, "kind", kind.name());
        add(
                digest,
                "night",
                asked.night() == null ? "" : YearMonth.from(asked.night()).toString());
        add(digest, "as-of", asked.asOf() == null ? "" : asked.asOf());
        add(digest, "bareme", bareme.sha256());
        asked.inputs().forEach(input -> {
            add(digest, input.role().name(), input.sha256());
            add(digest, "mapping", input.mapping());
        });
        asked.withdrawals().forEach(withdrawal -> add(digest, "withdrawal", withdrawal.sha256()));
        add(digest, "decision", lastDecision());
        add(digest, "facts", facts.sha256());
        addTables(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A copy for another EPCI follows from the decision and from the facts. */
    private String lastDecision() {
        return jdbc.sql("select max(decision_no) from passerelle.decision where carried_from is null")
                .query(Long.class)
                .optional()
                .map(String::valueOf)
                .orElse("null");
    }

    private static void addTables(MessageDigest digest) {
        try {
            Resource[] resources = new PathMatchingResourcePatternResolver().getResources(TABLES);
            Arrays.sort(resources, Comparator.comparing(resource -> String.valueOf(resource.getFilename())));
            for (Resource resource : resources) {
                add(digest, String.valueOf(resource.getFilename()), hash(resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What is shipped with the program cannot be read", e);
        }
    }

    private static String hash(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return HexFormat.of().formatHex(sha256().digest(in.readAllBytes()));
        }
    }

    private static void add(MessageDigest digest, String name, String value) {
        digest.update((name + '\0' + value + '\0').getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
