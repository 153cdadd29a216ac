// Names for made-up people. The lists are ours, mixed as England is mixed; who has which name is chance, and
// any likeness to somebody is too.

/** Where a name is likely to come from: a rough guide, so that a family's names go together. */
export type Heritage = 'british' | 'irish' | 'south_asian' | 'african_caribbean' | 'european' | 'east_asian' | 'middle_eastern'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

type Names = { readonly girls: readonly string[]; readonly boys: readonly string[]; readonly families: readonly string[] }

export const NAMES: Readonly<Record<Heritage, Names>> = {
  british: {
    girls: words(`
      Abigail Alice Amber Amelia Amy Anna Ava Bethany Brooke Caitlin Casey Charlotte Chelsea Chloe Courtney Daisy Danielle
      Demi Eden Eleanor Ella Ellie Elsie Emily Emma Erin Esme Eve Evie Faith Florence Freya Gabrielle Georgia Grace Gracie
      Hannah Harriet Heidi Hollie Holly Imogen India Isabella Isla Ivy Jade Jasmine Jessica Jodie Kayleigh Keira Kiera Lacey
      Lara Lauren Layla Leah Libby Lily Lola Lottie Lucy Lydia Maddison Maisie Martha Matilda Megan Mia Millie Molly Morgan
      Naomi Natasha Nicole Olivia Paige Phoebe Poppy Rebecca Rosie Ruby Scarlett Shannon Skye Sophie Summer Tegan Tia Tilly
      Violet Willow Zara`),
    boys: words(`
      Aaron Adam Aidan Alex Alfie Archie Arthur Ashton Bailey Ben Billy Blake Bradley Brandon Callum Cameron Charlie Cody
      Connor Corey Curtis Daniel Declan Dexter Dylan Edward Elliot Elliott Ethan Evan Finley Frankie Freddie Frederick
      George Harley Harrison Harry Harvey Henry Hugo Isaac Jack Jacob Jaden Jake James Jamie Jayden Jenson Joel Joseph
      Joshua Jude Kai Kian Kieran Kyle Leo Leon Lewis Liam Logan Louie Louis Luca Lucas Luke Mason Max Morgan Nathan Noah
      Oliver Ollie Oscar Owen Reece Reuben Rhys Riley Robert Rory Ryan Samuel Seth Sonny Stanley Teddy Theo Thomas Toby
      Tyler William Zac`),
    families: words(`
      Abbott Ackroyd Alder Allsop Appleby Archer Ashby Ashdown Atkin Bagshaw Bamford Banner Barlow Barnett Barraclough Baxter
      Beckett Bellamy Benson Bickerton Birch Blackwood Bloomfield Bolton Booker Boothroyd Bowers Bradbury Bramley Brearley
      Briggs Bristow Broadbent Brookes Buckley Burrows Butterworth Cartwright Castle Chadwick Chandler Cheetham Clough Cobb
      Colley Cooke Copeland Cotterill Crabtree Crossley Crowther Cullen Dalby Darby Dawson Denby Dewhurst Dobson Drake Duckett
      Dunstan Eastwood Eccles Elsworth Entwistle Fairclough Farrow Fenton Fielding Firth Fletcher Foulkes Frost Gale Garside
      Gifford Gilchrist Goddard Goodall Greenhalgh Grimshaw Hadley Haigh Halliwell Hardcastle Hargreaves Harker Haworth Heaton
      Hepworth Hibbert Hindle Hobbs Holroyd Hopwood Horsfall Hoyle Hurst Illingworth Ingham Jagger Jarvis Jowett Kaye Kemp
      Kershaw Kettle Kirkby Lambert Langley Lathom Ledger Leyland Lister Lockwood Longbottom Lumb Marsden Mather Mellor
      Metcalfe Midgley Milner Moorhouse Mortimer Moss Naylor Netherwood Newsome Nuttall Oakes Ogden Oldroyd Padgett Parkin
      Peacock Pickles Pilling Platt Pollard Priestley Prior Quarmby Ramsden Rawson Redfern Rigby Riley Robson Rothwell
      Rushworth Ryder Sale Schofield Sharples Shaw Shipley Siddall Skelton Slater Smithies Sparrow Spencer Squires Stansfield
      Stott Sugden Sutcliffe Swales Swift Sykes Tasker Tattersall Thackray Thewlis Thorpe Tilley Tinker Townend Tranter
      Turton Unsworth Varley Vickers Waddington Wainwright Walmsley Wardle Waring Wheelwright Whitaker Whiteley Whittle
      Wigglesworth Wilde Winter Womersley Woodhead Worrall Wren Yardley Yates`),
  },
  irish: {
    girls: words('Aisling Aoife Bridget Caoimhe Ciara Clodagh Eimear Margaret Niamh Nora Orla Róisín Saoirse Siobhán Theresa'),
    boys: words('Brendan Cian Cormac Darragh Diarmuid Eoin Fergus Finn Martin Oisín Pádraig Patrick Rónán Seán Tadhg'),
    families: words(`
      Brennan Byrne Cash Connors Delaney Doherty Doran Dunne Fallon Gallagher Hanrahan Joyce Keenan Maughan McDonagh McGinley
      O’Brien O’Donnell O’Neill O’Shea Purcell Quilligan Rafferty Rooney Tierney Ward`),
  },
  south_asian: {
    girls: words(`
      Aaliyah Aisha Aleena Amira Anaya Anika Areeba Ayesha Deepika Diya Esha Fariha Fatima Gurleen Habiba Hafsa Humaira Iqra
      Ishani Jasleen Kavya Khadija Laiba Maham Mahnoor Manisha Maryam Meera Nabila Nadia Naila Nimra Pooja Priya Rabia Rukhsana
      Sabah Saima Saira Sana Shreya Simran Sumaiya Tahira Tanisha Zainab Zoya`),
    boys: words(`
      Aarav Aayan Adeel Ahmad Amaan Arjun Arman Awais Bilal Danyal Dev Faisal Farhan Gurpreet Haaris Hamza Harpreet Hassan Ibrahim
      Imran Ishaan Jai Junaid Kabir Karan Manjit Mohammed Mohsin Muhammad Musa Nikhil Raheem Rahul Rohan Saad Sahil Shahid
      Sulaiman Tariq Umar Usman Veer Yash Yusuf Zain Zubair`),
    families: words(`
      Ahmed Akhtar Ali Amin Anwar Arshad Aslam Aziz Bano Bashir Begum Bhatti Bhogal Chaudhry Choudhury Chowdhury Dar Dhaliwal Gill
      Gupta Hussain Iqbal Islam Jabeen Kapoor Kaur Khalid Khan Khatun Kumar Lal Mahmood Malik Mehta Mian Miah Mirza Mistry Mughal
      Nair Nawaz Patel Qureshi Rafiq Rahman Rana Rao Rashid Reddy Riaz Saleem Sandhu Shah Sharif Sharma Shergill Sidhu Singh Sohal
      Tariq Uddin Ullah Verma Yaqub Zaman`),
  },
  african_caribbean: {
    girls: words(`
      Abena Adaeze Adunni Aaliyah Ama Amara Ayomide Chantelle Chidinma Destiny Ebony Efua Esther Ife Imani Kadiatou Kemi Kezia
      Makeda Mercy Monique Nia Nyah Oluchi Rihanna Sade Shanice Shanté Tamara Temi Tiana Wanjiru Yaa Zahra Zuri`),
    boys: words(`
      Abdi Ade Akeem Ayo Chidi Chinedu Darnell Demarcus Ebenezer Emeka Femi Hakeem Isaiah Jabari Jahmal Jaheim Josiah Kofi Kwabena
      Kwame Malachi Marlon Micah Nathaniel Obinna Rashaun Segun Shaquille Tafari Tendai Tobi Tre Yaw Zion`),
    families: words(`
      Abiola Acheampong Adebayo Adeyemi Afolabi Agyeman Akinola Amoah Ansah Appiah Asante Baptiste Bassey Bello Boakye Boateng
      Bonsu Chikwanha Danso Diallo Ekwueme Eze Fofana Frimpong Gyasi Haile Ibe Jalloh Kamara Kanu Kiplagat Koroma Lamptey Mensah
      Moyo Mwangi Ncube Ndlovu Njoku Nkrumah Nwosu Obeng Odukoya Ogunleye Okafor Okeke Okoro Onwuka Olawale Onyango Osei Oyelaran
      Prempeh Quartey Sesay Tesfaye Traoré Uzor Wanjala Yeboah`),
  },
  european: {
    girls: words(`
      Agnieszka Alicja Amelie Andreea Beatriz Daria Elena Gabija Giulia Hanna Ilinca Ioana Julia Kamila Katarzyna Lena Magdalena
      Maja Mariana Nadia Natalia Oliwia Petra Sofia Stefania Szymona Viktoria Weronika Zofia Zuzanna`),
    boys: words(`
      Adrian Alexandru Antoni Bartosz Casimir Cristian Damian Dawid Denis Emil Filip Gabriel Jakub Jan Kacper Krzysztof Lukas Marek
      Mateo Matei Mateusz Mihai Mikołaj Nikodem Piotr Radu Stefan Szymon Tomasz Vlad Wojciech`),
    families: words(`
      Almeida Andrei Balan Bielak Borg Bartók Carvalho Ciobanu Costa Dąbek Dinu Dragan Duda Ferreira Gajda Georgiou Horvath Ionescu
      Jankauskas Kaczmarek Kalnins Kazlauskas Kowal Kozak Krol Lopes Marin Mazur Moraru Möller Nowak Novák Ozols Pawlak Petrov
      Pinto Popa Ribeiro Rossi Rusu Sobczak Stanescu Szabo Toma Walczak Wójcik Wrona Zając`),
  },
  east_asian: {
    girls: words('An Hui Jia Lan Linh Mai Mei Min Quyen Rui Thuy Xin Yan Ying'),
    boys: words('Bao Chen Duc Hai Hao Jun Kai Khanh Long Minh Ming Tuan Wei Yong'),
    families: words('Cai Chan Cheung Dang Fong Ho Huang Lai Lam Leung Lin Mak Ngo Nguyen Pham Tang Tran Tsang Vuong Wong Yip Zheng'),
  },
  middle_eastern: {
    girls: words('Asal Ayla Darya Dilan Elif Fatemeh Hala Lina Mina Nour Parisa Rania Rojin Salma Shirin Yasmin Zeynep'),
    boys: words('Ahmet Amir Azad Baran Cem Darian Emir Hussein Kerem Khaled Mahdi Navid Omid Rami Rebin Samir Yousef'),
    families: words(`
      Abbas Ahmadi Aydin Azizi Barzani Darwish Demir El-Masri Farah Ghorbani Haddad Hakimi Jafari Kaya Khalil Mansour Mohammadi
      Najjar Osman Rahimi Saleh Shirazi Yilmaz Yusufi Zand`),
  },
}

/** Given names of grown-ups: parents, carers and those who ring the front door. */
export const ADULTS: Readonly<Record<Heritage, { readonly women: readonly string[]; readonly men: readonly string[] }>> = {
  british: {
    women: words(`
      Alison Andrea Angela Carly Carol Claire Dawn Deborah Donna Gemma Gillian Hayley Helen Jane Jenny Joanne Karen
      Kelly Kirsty Laura Leanne Lisa Louise Marie Michelle Nicola Rachel Sally Samantha Sarah Sharon Stacey Sue Tracy
      Vicky Wendy`),
    men: words(`
      Alan Andrew Barry Carl Chris Craig Darren David Dean Gareth Gary Graham Ian Jason John Jonathan Keith Kevin Lee
      Mark Martin Matthew Michael Neil Nigel Paul Peter Phil Richard Rob Simon Stephen Steve Stuart Tim Wayne`),
  },
  irish: {
    women: words('Bernadette Breda Deirdre Eileen Kathleen Maura Noreen Sinéad'),
    men: words('Barney Dermot Gerard Kieran Liam Michael Noel Patrick'),
  },
  south_asian: {
    women: words('Amina Anjali Asma Bushra Fozia Gurpreet Harjit Kiran Nasreen Noreen Parveen Rashida Rekha Rubina Samina Sunita'),
    men: words('Abdul Amjad Anil Arif Balwinder Javed Kamran Mahmud Naveed Rajesh Sajid Shabir Sunil Tanveer Vikram Waseem'),
  },
  african_caribbean: {
    women: words('Abimbola Akosua Blessing Comfort Dionne Folake Grace Joy Marcia Ngozi Patience Sandra Yvonne'),
    men: words('Anthony Courtney Desmond Emmanuel Felix Godfrey Kwesi Leroy Olu Samuel Sylvester Winston'),
  },
  european: {
    women: words('Agata Ana Beata Carmen Dorota Ewa Inês Joanna Lucia Mihaela Monika Renata'),
    men: words('Andrei Bogdan Daniel Dumitru Grzegorz João Marcin Pavel Robert Sebastian Tomas Zbigniew'),
  },
  east_asian: { women: words('Fang Hoa Li Na Phuong Xiu'), men: words('Cheng Dat Hung Jian Tao Wai') },
  middle_eastern: { women: words('Fadia Leyla Mariam Nasrin Samira Zainab'), men: words('Ali Farid Hassan Karim Mehmet Reza') },
}
