package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a run begins and how it is given up: its row and its records on the journal, in one transaction. */
@Component
public class Opening {

    /**
     * The terms that a run opens on, beside what it was asked.
     *
     * @param expectedHash hash that it must give to be published; null where none is expected
     */
    public record Terms(
            RunKind kind,
            Bareme bareme,
            String identity,
            @Nullable String expectedHash) {

        /** A night: whatever its results are, they are published. */
        public static Terms night(Bareme bareme, String identity) {
            return new Terms(RunKind.NIGHTLY, bareme, identity, null);
        }
    }

    private final RunWriter writer;
    private final Journal journal;
    private final Partitions partitions;
    private final ReferenceFacts facts;
    private final DataSource dataSource;

    Opening(RunWriter writer, Journal journal, Partitions partitions, ReferenceFacts facts, DataSource dataSource) {
        this.writer = writer;
        this.journal = journal;
        this.partitions = partitions;
        this.facts = facts;
        this.dataSource = dataSource;
    }

    /** Opens a run and answers its number; what else its opening writes is given the number, in the same transaction. */
    @Transactional
    public long open(RunParameters asked, Terms terms, LongConsumer also) {
        long no = writer.nextNo();
        Bareme bareme = terms.bareme();
        writer.open(no, terms, asked.on(facts.sha256()));
        List<SourceFile> sources =
                asked.inputs().stream().map(Input::toSourceFile).toList();
        String id = Run.idOf(no);
        append(
                no,
                partition -> new RunOpened(
                        no,
                        id,
                        partition,
                        terms.kind(),
                        asked.asOf(),
                        bareme.id(),
                        bareme.sha256(),
                        bareme.text(),
                        sources));
        also.accept(no);
        return no;
    }

    /** Gives a run up: what it wrote stands, and what it only read is forgotten. Of the reason only known words are kept, so that it names nobody. */
    @Transactional
    public void abandon(Run run, String given) {
        String reason = SafeWords.show(given.strip());
        writer.abandon(run.no(), reason);
        new StagingRepair(dataSource, List.of(), run.no(), run.night()).clear();
        append(run.no(), partition -> new RunAbandoned(run.no(), run.id(), partition, reason));
    }

    /** One record in each partition. */
    private void append(long no, IntFunction<SpecificRecord> record) {
        journal.append(
                no,
                IntStream.range(0, partitions.count())
                        .mapToObj(partition -> JournalEntry.run(Run.idOf(no), partition, record.apply(partition)))
                        .toList());
    }
}
