package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.TourLevels;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.RythmeEtape;
import org.jspecify.annotations.Nullable;

/**
 * Why a visit has its day: what the best calendar costs that gives it another half of the week.
 *
 * @param now its rhythm
 * @param other its rhythm in that calendar; null where it is then held by nobody
 * @param before levels of the ordinary cycle now
 * @param after levels of the ordinary cycle then
 * @param preuve whether no other half is better than that one
 */
public record SecondChoice(
        RythmeEtape now, @Nullable RythmeEtape other, TourLevels before, TourLevels after, Preuve preuve) {}
