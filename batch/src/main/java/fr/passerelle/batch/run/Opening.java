package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.JournalEntry;
import fr.passerelle.published.run.Input;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a run begins and how it is given up: its row and its records on the journal, in one transaction. */
@Component
public class Opening {

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

    /** Opens a run and answers its number. */
    @Transactional
    public long open(RunParameters asked, RunTerms runTerms) {
        long no = writer.nextNo();
        Bareme bareme = runTerms.bareme();
        writer.open(no, runTerms, asked.on(facts.sha256()));
        List<SourceFile> sources =
                asked.inputs().stream().map(Input::toSourceFile).toList();
        String id = Run.idOf(no);
        journal.append(
                no,
                IntStream.range(0, partitions.count())
                        .mapToObj(partition -> JournalEntry.run(
                                id,
                                partition,
                                new RunOpened(
                                        no,
                                        id,
                                        partition,
                                        runTerms.kind(),
                                        asked.asOf(),
                                        bareme.id(),
                                        bareme.sha256(),
                                        bareme.text(),
                                        sources)))
                        .toList());
        return no;
    }

    /** The same, with what else its opening writes: given the number, in the same transaction. */
    @Transactional
    public long open(RunParameters asked, RunTerms runTerms, LongConsumer also) {
        long no = open(asked, runTerms);
        also.accept(no);
        return no;
    }

    /** Gives a run up: what it wrote stands, and what it only read is forgotten. Of the reason only known words are kept, so that it names nobody. */
    @Transactional
    public void abandon(Run run, String given) {
        String reason = SafeWords.show(given.strip());
        writer.abandon(run.no(), reason);
        new StagingRepair(dataSource, List.of(), run.no(), run.night()).clear();
        journal.append(
                run.no(),
                IntStream.range(0, partitions.count())
                        .mapToObj(partition -> JournalEntry.run(
                                run.id(), partition, new RunAbandoned(run.no(), run.id(), partition, reason)))
                        .toList());
    }
}
