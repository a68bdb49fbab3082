package fr.passerelle.console.operation;

import fr.passerelle.published.audit.Audit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Those that write down nowhere. */
public final class OperationRunners {

    private OperationRunners() {}

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
}
