package fr.passerelle.console.tour;

import fr.passerelle.schemas.event.ChargeAnimateur;
import java.util.List;

/**
 * What an animateur does over all weeks, with the lengths of a bar out of a hundred, which is what who works most does.
 *
 * @param road of the bar, from 0
 * @param other the rest of work
 */
public record AnimateurLoad(ChargeAnimateur charge, int road, int other) {

    private static final long WHOLE = 100;

    static List<AnimateurLoad> of(List<ChargeAnimateur> charges) {
        long most = Math.max(
                1,
                charges.stream()
                        .mapToLong(ChargeAnimateur::getWorkMinutes)
                        .max()
                        .orElse(1));
        return charges.stream().map(charge -> of(charge, most)).toList();
    }

    private static AnimateurLoad of(ChargeAnimateur charge, long most) {
        int work = (int) (WHOLE * charge.getWorkMinutes() / most);
        int road = Math.min(work, (int) (WHOLE * charge.getRoadMinutes() / most));
        return new AnimateurLoad(charge, road, work - road);
    }
}
