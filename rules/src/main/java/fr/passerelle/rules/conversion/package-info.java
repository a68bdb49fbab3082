/** What each room of an intercommunalité becomes: functions, candidates, their order, the tiers lieu, the étapes nomades and their hosts. */
@NullMarked
package fr.passerelle.rules.conversion;

import org.jspecify.annotations.NullMarked;
