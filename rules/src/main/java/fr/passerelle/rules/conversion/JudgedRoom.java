package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room of the region with its five functions judged.
 *
 * @param on the subject that its steps are written on
 */
record JudgedRoom(ScoredRoom scored, String on, List<FonctionJugee> fonctions) implements Place {

    static JudgedRoom of(ScoredRoom scored, JeuDeRegles rules) {
        return new JudgedRoom(
                scored,
                Steps.room(scored.id()),
                Functions.ofARoom(scored.room().getHosting(), rules.conversion().functions())
                        .judged());
    }

    Frequentation frequentation() {
        return scored.frequentation();
    }

    @Override
    public String id() {
        return scored.id();
    }

    @Override
    public SiegeKind kind() {
        return SiegeKind.SALLE;
    }

    @Override
    public String name() {
        return scored.room().getName();
    }

    @Override
    public String insee() {
        return scored.room().getInsee();
    }

    @Override
    public Hosting hosting() {
        return scored.room().getHosting();
    }

    @Override
    public @Nullable Integer score() {
        return frequentation().getScore();
    }

    @Override
    public @Nullable Integer low() {
        return frequentation().getLow();
    }

    @Override
    public @Nullable Integer high() {
        return frequentation().getHigh();
    }
}
