package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site with its five functions judged: it has no score and stands on them. */
record JudgedSite(SiteDescribed site, List<FonctionJugee> fonctions) implements Place {

    /** By identifier: the order in which sites are told. */
    static final Comparator<SiteDescribed> BY_ID = Comparator.comparing(SiteDescribed::getSiteId);

    static JudgedSite of(SiteDescribed site, JeuDeRegles rules) {
        return new JudgedSite(
                site,
                Functions.ofASite(site.getHosting(), rules.conversion().functions())
                        .judged());
    }

    @Override
    public String id() {
        return site.getSiteId();
    }

    @Override
    public SiegeKind kind() {
        return SiegeKind.SITE;
    }

    @Override
    public String on() {
        return Steps.site(id());
    }

    @Override
    public String name() {
        return site.getName();
    }

    @Override
    public String insee() {
        return site.getInsee();
    }

    @Override
    public Hosting hosting() {
        return site.getHosting();
    }

    @Override
    public @Nullable Integer score() {
        return null;
    }

    @Override
    public @Nullable Integer low() {
        return null;
    }

    @Override
    public @Nullable Integer high() {
        return null;
    }
}
