package fr.passerelle.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RegistryClient.RegistryAccess;
import fr.passerelle.sheets.french.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Those that write down nowhere, over processes of the system. */
public final class OperationRunners {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OperationRunners() {}

    /** What stands for the operators' program: these words, or nothing. */
    public static OperatorProgram program(String... words) {
        return new OperatorProgram(settings(List.of(words), ""));
    }

    /** Settings without servers: these words start the operators' program, and this file keeps the first password. */
    public static ConsoleSettings settings(List<String> program, String passwordFile) {
        return new ConsoleSettings(
                "passerelle",
                12,
                KafkaAccess.at("", Map.of()),
                new RegistryAccess("", "", "", ""),
                new ConsoleSettings.Console(program, passwordFile, Set.of()),
                new Mention("", ""));
    }

    /** One that tells each line of the audit: account, action, subject, outcome, and the motive where there is one. */
    public static OperationRunner of(OperatorProgram program, Consumer<String> audited) {
        return new OperationRunner(program, new Audit(new SimpleDriverDataSource()) {
            @Override
            public void record(
                    String accountId, String action, String subject, String outcome, @Nullable String motive) {
                audited.accept(accountId + " " + action + " " + subject + " " + outcome
                        + (motive == null ? "" : " " + motive));
            }
        });
    }

    /** Waits for it; a process that does not come to it fails the test. */
    public static void until(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
