package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Operande;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looked at, listed when it is first told, and one list for all who tell it: where hundreds of places tie, each tells all of
 * them. One thread.
 */
final class SharedOperands implements Supplier<Operande[]> {

    private final Supplier<Operande[]> looked;
    private Operande @Nullable [] listed;

    SharedOperands(Supplier<Operande[]> looked) {
        this.looked = looked;
    }

    @Override
    public Operande[] get() {
        if (listed == null) {
            listed = looked.get();
        }
        return listed;
    }
}
