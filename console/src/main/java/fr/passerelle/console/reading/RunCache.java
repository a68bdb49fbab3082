package fr.passerelle.console.reading;

import fr.passerelle.published.current.PublishedResults;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something made from what is published, made once a run: whoever asks has the same, so it has to be safe to share. */
public final class RunCache<T> {

    private final Function<PublishedResults, T> making;
    private final AtomicReference<@Nullable Made<T>> kept = new AtomicReference<>();

    /** Made by this, when it is first asked for. */
    public RunCache(Function<PublishedResults, T> making) {
        this.making = making;
    }

    public T of(PublishedResults published) {
        Made<T> known = kept.get();
        if (known != null && known.runNo() == published.run().no()) {
            return known.value();
        }
        T made = making.apply(published);
        kept.set(new Made<>(published.run().no(), made));
        return made;
    }

    private record Made<T>(long runNo, T value) {}
}
