/** What the region pays an intercommunalité: study, investment, three years of running, to the cent. */
@NullMarked
package fr.passerelle.rules.financing;

import org.jspecify.annotations.NullMarked;
