package fr.passerelle.events.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.events.stream.Facts;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

class ProjectionTest {

    private static final Topics TOPICS = new Topics("essai");
    private static final int A_MEBIBYTE = 1 << 20;

    @Test
    void writesLargeResultsInSeveralTransactionsAndSmallOnesInOne() {
        AtomicInteger transactions = new AtomicInteger();

        listener(transactions).onMessage(Collections.nCopies(5, plan("é".repeat(A_MEBIBYTE / 2))));

        assertThat(transactions).hasValue(3);

        transactions.set(0);
        listener(transactions).onMessage(Collections.nCopies(500, plan("Communauté")));

        assertThat(transactions).hasValue(1);
    }

    private static Projection.ResultsListener listener(AtomicInteger transactions) {
        return new Projection.ResultsListener(
                TOPICS,
                Facts.codec(TOPICS),
                new ReadModelWriter(TOPICS.namespace(), new JdbcTemplate(), new Counted(transactions)));
    }

    /** Begins none of them. */
    private static final class Counted extends TransactionTemplate {

        private final AtomicInteger transactions;

        Counted(AtomicInteger transactions) {
            this.transactions = transactions;
        }

        @Override
        @SuppressWarnings("NullAway")
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            transactions.incrementAndGet();
            return null;
        }
    }

    private static ConsumerRecord<byte[], byte[]> plan(String name) {
        PlanProposed proposed = ProjectionIT.Results.plan(1, "1.00");
        proposed.setPlan(Plan.newBuilder(proposed.getPlan()).setName(name).build());
        byte[] value = Facts.codec(TOPICS).write(TOPICS.plans(), proposed);
        return new ConsumerRecord<>(TOPICS.plans().name(), 0, 0, new byte[0], value);
    }
}
