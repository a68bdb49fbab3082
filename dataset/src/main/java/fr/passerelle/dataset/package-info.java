/**
 * The tables that people take away: what a run says of rooms, plans, étapes, attendance, decisions and places, read from the log and from
 * the results as they stood when that run closed, so that the same run always gives the same rows.
 */
@NullMarked
package fr.passerelle.dataset;

import org.jspecify.annotations.NullMarked;
