package fr.passerelle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.journal.Relay.PagesAhead;
import fr.passerelle.journal.Relay.RelayRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesAheadTest {

    private static final int PAGE = 10;

    private final Growing rows = new Growing();

    @Test
    void handsOnEachRowOnceInItsOrderAndAPageAgainWhereItsTransactionFailed() {
        rows.end = 25;
        try (PagesAhead pages = new PagesAhead(rows, PAGE)) {
            List<Long> all = new ArrayList<>();
            for (List<Long> page = seqs(pages, 0); !page.isEmpty(); page = seqs(pages, page.getLast())) {
                all.addAll(page);
            }
            assertThat(all)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 25).boxed().toList());
        }

        try (PagesAhead pages = new PagesAhead(rows, PAGE)) {
            assertThat(seqs(pages, 0)).hasSize(PAGE).startsWith(1L);
            assertThat(seqs(pages, 0)).hasSize(PAGE).startsWith(1L);
            assertThat(seqs(pages, 10)).hasSize(PAGE).startsWith(11L);
        }
    }

    @Test
    void findsWhatWasWrittenSinceItLookedAheadAndFoundNothing() {
        rows.end = 3;
        try (PagesAhead pages = new PagesAhead(rows, PAGE)) {
            assertThat(seqs(pages, 0)).hasSize(3);
            assertThat(seqs(pages, 3)).isEmpty();
            rows.end = 5;
            assertThat(seqs(pages, 3)).containsExactly(4L, 5L);
        }
    }

    @Test
    void failsWithTheFailureOfTheRowsAsItIs() {
        rows.failure = new IllegalArgumentException("no database");
        try (PagesAhead pages = new PagesAhead(rows, PAGE)) {
            assertThatThrownBy(() -> pages.after(0)).isSameAs(rows.failure);
        }
    }

    private static List<Long> seqs(PagesAhead pages, long position) {
        return pages.after(position).stream().map(JournalRow::seq).toList();
    }

    /** Rows 1 to an end that may grow. */
    private static final class Growing implements RelayRows {

        private volatile long end;
        private volatile @Nullable RuntimeException failure;

        @Override
        public void after(long position, int most, Consumer<JournalRow> reader) {
            RuntimeException broken = failure;
            if (broken != null) {
                throw broken;
            }
            LongStream.rangeClosed(position + 1, Math.min(end, position + most))
                    .forEach(seq ->
                            reader.accept(new JournalRow(seq, "", 0, "room:A", seq, "Any", new byte[0], 0, 1, "")));
        }

        @Override
        public long count(long position) {
            return end - position;
        }

        @Override
        public long end() {
            return end;
        }

        @Override
        public String eventId(long seq) {
            return "";
        }

        @Override
        public String remedy() {
            return "";
        }
    }
}
