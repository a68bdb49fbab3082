/** What a tiers lieu leaves an intercommunalité to pay, year by year, and how its communes may divide it: shown beside a proposal, never in a score nor in an aid. */
@NullMarked
package fr.passerelle.rules.economy;

import org.jspecify.annotations.NullMarked;
