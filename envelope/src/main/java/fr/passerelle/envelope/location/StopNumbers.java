package fr.passerelle.envelope.location;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.location.StopModel.Level;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** How many stops each area gets, and what no distribution can better, as the solver proved; empty where each has its own number. */
record StopNumbers(List<Integer> ofAreas, OptionalLong bound) {

    private static final double PERCENT = 100;

    static StopNumbers of(LocationQuestion question, List<StopModel> models) {
        return switch (question.objectif()) {
            case MEME_NOMBRE -> quotas(question.areas());
            case NOMBRE -> number(question, models);
            case COUVERTURE -> covering(question, models);
        };
    }

    private static StopNumbers quotas(List<StopArea> areas) {
        areas.forEach(StopNumbers::checkQuota);
        return new StopNumbers(areas.stream().map(StopArea::quota).toList(), OptionalLong.empty());
    }

    private static void checkQuota(StopArea area) {
        int least = area.pinned().size();
        int most = area.hosts().size();
        if (area.quota() < least || area.quota() > most) {
            throw new RunRefused(
                    "%s : nombre d'étapes demandé, %d ; il va de %d, déjà notifiées, à %d, ses lieux possibles."
                            .formatted(area.name(), area.quota(), least, most));
        }
    }

    private static StopNumbers number(LocationQuestion question, List<StopModel> models) {
        int least = question.areas().stream().mapToInt(StopArea::fewestStops).sum();
        int most =
                question.areas().stream().mapToInt(area -> area.hosts().size()).sum();
        if (question.number() < least || question.number() > most) {
            throw new RunRefused(
                    ("Nombre d'étapes demandé : %d ; il va de %d, les étapes notifiées et de quoi tenir les séances"
                                    + " d'aujourd'hui, à %d, les lieux possibles.")
                            .formatted(question.number(), least, most));
        }
        StopDistribution distribution = new StopDistribution(models);
        return new StopNumbers(
                distribution.of(question.number()), OptionalLong.of(distribution.bound(question.number())));
    }

    private static StopNumbers covering(LocationQuestion question, List<StopModel> models) {
        long most = models.stream().mapToLong(StopModel::reachable).sum();
        if (most < question.leastNear()) {
            throw unreachable(question, most);
        }
        StopDistribution distribution = new StopDistribution(models);
        long least = question.leastNear();
        return new StopNumbers(
                distribution.of(distribution.fewest(total -> distribution.near(total) >= least)),
                OptionalLong.of(distribution.fewest(total -> distribution.bound(total) >= least)));
    }

    private static RunRefused unreachable(LocationQuestion question, long most) {
        return new RunRefused(String.format(
                Locale.FRENCH,
                "Part des habitants demandée à moins de %d m d'un point de médiation : %.1f %% ; elle va au plus à"
                        + " %.2f %% (%d habitants sur %d), avec une étape dans chaque lieu possible.",
                question.radiusMetres(),
                question.number() / 10.0,
                PERCENT * most / question.population(),
                most,
                question.population()));
    }

    /** The stops of each EPCI of a total, by dynamic programming: most inhabitants near, then fewest moved, then most to the first by SIREN. */
    private static final class StopDistribution {

        private static final long IMPOSSIBLE = Long.MIN_VALUE;

        /** More than stops could be moved. */
        private static final long AN_INHABITANT = 1_000_000;

        private final List<Profile> profiles;
        private final long[][] worth;
        private final long[] bound;

        /** @param models by SIREN */
        StopDistribution(List<StopModel> models) {
            this.profiles = models.stream().map(Profile::of).toList();
            this.worth = tails(StopDistribution::worth);
            this.bound = tails(Level::bound)[0];
        }

        private static long worth(Level level) {
            return level.near() * AN_INHABITANT - level.moved();
        }

        long near(int total) {
            return Math.ceilDiv(worth[0][total], AN_INHABITANT);
        }

        /** The most inhabitants that could be near with a total, as the solver proved. */
        long bound(int total) {
            return bound[total];
        }

        /** The fewest stops that are enough: some number has to be. */
        int fewest(IntPredicate enough) {
            int fewest = profiles.stream().mapToInt(Profile::fewest).sum();
            return IntStream.range(fewest, bound.length)
                    .filter(enough)
                    .findFirst()
                    .orElseThrow();
        }

        /** Stops of each EPCI, in their order. */
        List<Integer> of(int total) {
            List<Integer> shares = new ArrayList<>();
            int left = total;
            for (int area = 0; area < profiles.size(); area++) {
                int share = share(area, left);
                shares.add(share);
                left -= share;
            }
            return shares;
        }

        private int share(int area, int left) {
            Profile profile = profiles.get(area);
            int share = Math.min(profile.most(), left);
            while (sum(worth(profile.of(share)), worth[area + 1], left - share) != worth[area][left]) {
                share--;
            }
            return share;
        }

        /** For each EPCI and each number of stops, the most that it and those after it are worth together. */
        private long[][] tails(ToLongFunction<Level> value) {
            long[][] tails = new long[profiles.size() + 1][];
            tails[profiles.size()] = new long[] {0};
            for (int area = profiles.size() - 1; area >= 0; area--) {
                tails[area] = tail(profiles.get(area), value, tails[area + 1]);
            }
            return tails;
        }

        private static long[] tail(Profile profile, ToLongFunction<Level> value, long[] after) {
            long[] tail = new long[profile.most() + after.length];
            Arrays.fill(tail, IMPOSSIBLE);
            for (int stops = profile.fewest(); stops <= profile.most(); stops++) {
                long own = value.applyAsLong(profile.of(stops));
                for (int others = 0; others < after.length; others++) {
                    tail[stops + others] = Math.max(tail[stops + others], sum(own, after, others));
                }
            }
            return tail;
        }

        private static long sum(long own, long[] after, int others) {
            return others >= after.length || after[others] == IMPOSSIBLE ? IMPOSSIBLE : own + after[others];
        }

        /** What each number of stops reaches in one EPCI, from the fewest that it needs up to all its hosts. */
        private record Profile(int fewest, List<Level> levels) {

            static Profile of(StopModel model) {
                int fewest = model.area().fewestStops();
                List<Level> levels = new ArrayList<>();
                for (int stops = fewest; stops <= model.area().hosts().size(); stops++) {
                    levels.add(
                            isSettled(model, levels, stops) ? levels.getLast().oneMore() : model.level(stops));
                }
                return new Profile(fewest, levels);
            }

            /** With one stop less all that is reachable was reached, and all of today's rule were in: nothing is left but to move one more. */
            private static boolean isSettled(StopModel model, List<Level> levels, int stops) {
                return !levels.isEmpty()
                        && levels.getLast().near() == model.reachable()
                        && levels.getLast().moved()
                                == stops - 1 - model.area().byRule().size();
            }

            /** The most stops: all its hosts. */
            int most() {
                return fewest + levels.size() - 1;
            }

            Level of(int stops) {
                return levels.get(stops - fewest);
            }
        }
    }
}
