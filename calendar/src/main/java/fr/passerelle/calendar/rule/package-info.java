/**
 * Who could hold which session where and when: the étapes that ask for sessions, the days that animateurs can make of them, and the check of
 * any calendar, without a solver. Whole minutes and metres only; a cycle is four weeks that begin on a Monday.
 */
@NullMarked
package fr.passerelle.calendar.rule;

import org.jspecify.annotations.NullMarked;
