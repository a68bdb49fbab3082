package fr.passerelle.calendar.solver;

import fr.passerelle.schemas.event.RythmeEtape;
import java.util.List;

/**
 * The rhythm of an étape.
 *
 * @param stop its subject
 * @param rhythms its visits, by rank; without those that nobody can hold
 */
public record StopRhythm(String stop, List<RythmeEtape> rhythms) {}
