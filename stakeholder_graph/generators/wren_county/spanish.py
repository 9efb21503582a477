"""What Wren County calls its outcomes, teams, sectors and the rest in Spanish."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

SPANISH: Mapping[str, str] = MappingProxyType(
    {
        # Outcomes and teams
        "Healthy start": "Comienzo saludable",
        "Kindergarten-ready": "Preparación para el kínder",
        "Third-grade reading": "Lectura en tercer grado",
        "Eighth-grade math": "Matemáticas en octavo grado",
        "Attendance": "Asistencia escolar",
        "Graduation": "Graduación",
        "Credential": "Título o certificado",
        "Working at 24": "Con empleo a los 24",
        "Early Years": "Primeros años",
        "Reading": "Lectura",
        "College and Career": "Universidad y empleo",
        "Healthy Families": "Familias saludables",
        # Meetings
        "Steering committee": "Comité directivo",
        "Partners' meeting, January 2025": "Reunión de socios, enero de 2025",
        "Partners' meeting, March 2025": "Reunión de socios, marzo de 2025",
        "Partners' meeting, May 2025": "Reunión de socios, mayo de 2025",
        "Partners' meeting, June 2025": "Reunión de socios, junio de 2025",
        "Partners' meeting, August 2025": "Reunión de socios, agosto de 2025",
        "Partners' meeting, October 2025": "Reunión de socios, octubre de 2025",
        # Activities, and what partners offer and need
        "Home visits": "Visitas a hogares",
        "Health checks for children": "Chequeos de salud para niños",
        "Preschool": "Preescolar",
        "Classes for parents": "Clases para madres y padres",
        "Reading tutors": "Tutoría de lectura",
        "Books at home": "Libros en casa",
        "Calls to families of absent students": "Llamadas a familias de estudiantes ausentes",
        "Rides to school": "Transporte a la escuela",
        "Mentors": "Mentoría",
        "College advising": "Orientación universitaria",
        "Internships": "Pasantías",
        "College students as tutors": "Universitarios como tutores",
        "Children's books": "Libros infantiles",
        "Interpreters": "Intérpretes",
        "Rooms in the evening": "Salones por la noche",
        "Vans and drivers": "Camionetas y conductores",
        "Somebody who can analyze data": "Alguien que sepa analizar datos",
        "Places for interns": "Puestos para pasantes",
        # Indicators
        "Early prenatal care": "Atención prenatal temprana",
        "Low birth weight": "Bajo peso al nacer",
        "Ready for kindergarten": "Listos para el kínder",
        "Seats in licensed preschool": "Cupos en preescolares con licencia",
        "Chronic absence": "Ausentismo crónico",
        "On track in ninth grade": "Al día en noveno grado",
        "Graduated in four years": "Graduados en cuatro años",
        "In college or training by fall": "En la universidad o en formación para el otoño",
        "Credential within six years": "Título o certificado en seis años",
        "Working or studying at 24": "Trabajan o estudian a los 24",
        # Agenda
        "Vision": "Visión",
        "Outcomes": "Resultados",
        "Indicators": "Indicadores",
        "Roles": "Funciones",
        "Neutral backbone": "Coordinación neutral",
        "Resident seats": "Puestos para residentes",
        "Pooled funds": "Fondos comunes",
        "Sharing student data": "Compartir datos de estudiantes",
        # Sectors
        "Schools": "Escuelas",
        "Higher education": "Educación superior",
        "Health": "Salud",
        "Nonprofits": "Organizaciones sin fines de lucro",
        "Houses of worship": "Comunidades de fe",
        "Government": "Gobierno",
        "Business": "Empresas",
        "Funders": "Financiadores",
        "Residents": "Residentes",
        "Public safety": "Seguridad pública",
        # Strategies, and groups of children
        "Nurse visits for first-time parents": "Visitas de enfermería para madres y padres primerizos",
        "One form for every preschool": "Un solo formulario para todos los preescolares",
        "Kindergarten mornings with families": "Mañanas de kínder con las familias",
        "Saturday reading rooms": "Salas de lectura los sábados",
        "Math lab after school": "Laboratorio de matemáticas después de clases",
        "Bus passes for absent students": "Pases de autobús para estudiantes ausentes",
        "Ninth-grade check-ins": "Seguimiento en noveno grado",
        "College credit in high school": "Créditos universitarios en la preparatoria",
        "Lower-income families": "Familias de menores ingresos",
        "Other families": "Otras familias",
    }
)


def with_spanish(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give a list with a further column, which says in Spanish what another one says.

    Parameters
    ----------
    table : DataFrame
        With that column; blank texts stay blank, and `SPANISH` has all others.
    column : str
        Such as ``"sector"``.

    Examples
    --------
    >>> with_spanish(pd.DataFrame({"sector": ["Health"]}), "sector").to_numpy().tolist()
    [['Health', 'Salud']]
    """
    return table.assign(**{f"{column}_es": table[column].map({**SPANISH, "": ""})})
