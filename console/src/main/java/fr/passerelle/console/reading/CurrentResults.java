package fr.passerelle.console.reading;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.run.Runs;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What is published now. One question to the database tells whether another run was published since; only then is all read again. The frame and
 * the content of an answer are of one run: what a request was told first, it is told to its end.
 */
@Component
public class CurrentResults {

    private static final String TOLD = CurrentResults.class.getName();

    private final Runs runs;
    private final ReadModel readModel;
    private final AtomicReference<@Nullable PublishedResults> kept = new AtomicReference<>();

    CurrentResults(Runs runs, ReadModel readModel) {
        this.runs = runs;
        this.readModel = readModel;
    }

    /** All that is current, the same for the whole of a request; empty where no run was ever published. */
    public Optional<PublishedResults> find() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? latest() : ofRequest(request);
    }

    /** All that is current at this moment: for an answer that never ends. */
    public Optional<PublishedResults> latest() {
        return runs.current().map(this::of);
    }

    private PublishedResults of(long runNo) {
        PublishedResults known = kept.get();
        if (known != null && known.run().no() == runNo) {
            return known;
        }
        PublishedResults read = readModel.published(runNo);
        kept.set(read);
        return read;
    }

    /** @throws NothingPublished where no run was ever published */
    public PublishedResults get() {
        return find().orElseThrow(NothingPublished::new);
    }

    /** Whether the data are a reconstruction: those that are published or, before the first publication, those that came last. */
    public boolean demonstration() {
        return find().map(published -> published.run().demonstration()).orElseGet(runs::isLastDemonstration);
    }

    private Optional<PublishedResults> ofRequest(RequestAttributes request) {
        if (request.getAttribute(TOLD, RequestAttributes.SCOPE_REQUEST)
                instanceof SharedReading(Optional<PublishedResults> told)) {
            return told;
        }
        Optional<PublishedResults> latest = latest();
        request.setAttribute(TOLD, new SharedReading(latest), RequestAttributes.SCOPE_REQUEST);
        return latest;
    }

    private record SharedReading(Optional<PublishedResults> published) {}

    /** No run was ever published: there is nothing to look at yet. */
    public static final class NothingPublished extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NothingPublished() {
            super("No run was published");
        }
    }
}
