package fr.passerelle.console.tour;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How people call the places of a calendar, their communes and EPCIs. */
public final class CalendarNames {

    private final PublishedResults published;
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> insees = new HashMap<>();
    private final Map<String, String> communes = new HashMap<>();

    /** Those of a calendar and of sessions that were told: what a calendar leaves out has a name still. */
    CalendarNames(List<ToursComputed> sectors, Collection<PublishedSession> told, PublishedResults published) {
        this.published = published;
        told.forEach(session -> put(session.etape(), session.name(), session.insee()));
        sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream())
                .forEach((EtapeDesservie etape) -> put(etape.getEtape(), etape.getName(), etape.getInsee()));
        published.epcis().values().stream()
                .flatMap(epci -> epci.getCommunes().stream())
                .forEach((Commune commune) -> communes.put(commune.getInsee(), commune.getName()));
    }

    private void put(String etape, String name, String insee) {
        places.put(etape, name);
        insees.put(etape, insee);
    }

    /** Of an étape; its subject where nobody named it. */
    public String place(String etape) {
        return places.getOrDefault(etape, etape);
    }

    /** Of the commune of an étape; its code where nothing more is known; empty where not even that. */
    public String commune(String etape) {
        return communeOf(insees.getOrDefault(etape, ""));
    }

    /** Of a commune; its code where nothing more is known. */
    String communeOf(String insee) {
        return communes.getOrDefault(insee, insee);
    }

    /** Of an EPCI. */
    public String epci(String siren) {
        return published.epciName(siren);
    }
}
