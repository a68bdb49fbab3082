package fr.passerelle.sources;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source in a thread of its own, some thousand items ahead, while whoever asks for them works. Items come in their order; a
 * failure of the source comes where its item would have come.
 *
 * @param <T> what is read; it must be safe to hand to another thread
 */
public final class ReadAhead<T> implements AutoCloseable {
    private static final int PORTION = 500;
    private static final int PORTIONS = 20;

    private final Supplier<@Nullable T> source;
    private final Runnable closing;
    private final BlockingQueue<Portion<T>> queue = new ArrayBlockingQueue<>(PORTIONS);
    private final Thread thread;
    private Iterator<T> current = List.<T>of().iterator();
    private @Nullable Portion<T> last;

    /** Some items; whether the source ended after them, and of what. */
    private record Portion<T>(
            List<T> items, boolean ends, @Nullable Throwable failure) {}

    /** Begins to read a source that answers null at its end, and is closed once its thread no longer reads it. */
    public ReadAhead(Supplier<@Nullable T> source, Runnable closing) {
        this.source = source;
        this.closing = closing;
        this.thread = Thread.ofPlatform().name("read-ahead").daemon().start(this::readAll);
    }

    /** The next item; null after the last one. */
    @Nullable
    public T next() {
        while (!current.hasNext()) {
            if (last != null) {
                return end(last);
            }
            Portion<T> portion = take();
            current = portion.items().iterator();
            last = portion.ends() ? portion : null;
        }
        return current.next();
    }

    private @Nullable T end(Portion<T> portion) {
        switch (portion.failure()) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case Throwable failure -> throw new IllegalStateException(failure);
        }
        return null;
    }

    private Portion<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was read", e);
        }
    }

    private void readAll() {
        try {
            Portion<T> portion;
            do {
                portion = portion();
                queue.put(portion);
            } while (!portion.ends());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever it is, it goes to the thread that asks
    private Portion<T> portion() {
        List<T> items = new ArrayList<>(PORTION);
        try {
            while (items.size() < PORTION) {
                T item = source.get();
                if (item == null) {
                    return new Portion<>(items, true, null);
                }
                items.add(item);
            }
            return new Portion<>(items, false, null);
        } catch (Throwable e) {
            return new Portion<>(items, true, e);
        }
    }

    /** Ends the thread, then the source. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            closing.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
