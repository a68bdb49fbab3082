package fr.passerelle.batch.check;

import fr.passerelle.journal.JournalRow;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is done with each row of the journal, in order. */
public interface JournalRows {

    /** @param record what its bytes say; null when nobody can read them */
    void take(JournalRow row, @Nullable SpecificRecord record);
}
