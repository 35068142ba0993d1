import { es as locale } from "date-fns/locale/es";
import type { Words } from "./words.ts";

/** Spanish. */
export const es: Words = {
	language: "es",
	locale,
	datePattern: "d 'de' MMMM 'de' yyyy",
	listSeparator: ", ",
	skipToContent: "Ir al contenido",
	youAreHere: "Estás aquí",
	subscribe: "Suscribirse",
	subscribeToSection: "Suscribirse a esta sección",
	whatFeedsAre:
		"Un canal lleva los artículos nuevos a tu lector en cuanto se publican, sin cuenta ni correo. Copia una dirección en tu aplicación o ábrela en uno de los lectores de abajo.",
	copy: "Copiar",
	copied: "Copiado",
	openIn: "Abrir en",
	section: "Sección",
	sections: "Secciones",
	tag: "Etiqueta",
	tags: "Etiquetas",
	author: "Autor",
	authors: "Autores",
	latest: "Últimos artículos",
	empty: "Aquí todavía no se ha publicado nada. Suscríbete y sabrás del primer artículo.",
	by: "Por",
	updated: "Actualizado el",
	attachments: "Medios",
	table: "Tabla",
	older: "Anterior",
	newer: "Siguiente",
	allFeeds: "Todos los canales (OPML)",
	languages: "Idiomas",
};
