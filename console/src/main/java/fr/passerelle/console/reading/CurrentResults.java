package fr.passerelle.console.reading;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is published now. One question to the database tells whether another run was published since; only then is all read again. */
@Component
public class CurrentResults {

    private final ReadModel readModel;
    private final AtomicReference<@Nullable Published> kept = new AtomicReference<>();

    CurrentResults(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** All that is current; empty where no run was ever published. */
    public Optional<Published> find() {
        return readModel.currentRunNo().map(this::of);
    }

    /**
     * All that is current.
     *
     * @throws NothingPublished where no run was ever published
     */
    public Published get() {
        return find().orElseThrow(NothingPublished::new);
    }

    /** Whether the data are a reconstruction: those that are published or, before the first publication, those that came last. */
    public boolean demonstration() {
        return find().map(published -> published.run().demonstration()).orElseGet(readModel::latestIsDemonstration);
    }

    private Published of(long runNo) {
        Published known = kept.get();
        if (known != null && known.run().no() == runNo) {
            return known;
        }
        Published read = readModel.published(runNo);
        kept.set(read);
        return read;
    }
}
