/** What people are told of runs and replays, from the database alone: reports, reminders, explanations. */
@NullMarked
package fr.passerelle.batch.report;

import org.jspecify.annotations.NullMarked;
